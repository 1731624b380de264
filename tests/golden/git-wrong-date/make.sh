git -c init.defaultBranch=main init -q .
git config user.name A
git config user.email a@example.com
export GIT_AUTHOR_DATE='2026-06-01T09:00:00+0900' GIT_COMMITTER_DATE='2026-06-01T09:00:00+0900'
git add -A
git commit -q -m one
t=$(git rev-parse 'HEAD^{tree}')
p=$(git rev-parse HEAD)
c=$(printf 'tree %s\nparent %s\nauthor A <a@example.com> 99999999999999999999 +0900\ncommitter A <a@example.com> 99999999999999999999 +0900\n\ntwo\n' $t $p | git hash-object -t commit -w --literally --stdin)
git update-ref HEAD $c
