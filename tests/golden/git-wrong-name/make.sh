printf "name: x\n" >isms.yaml
git -c init.defaultBranch=main init -q .
git config user.name A
git config user.email a@example.com
export GIT_AUTHOR_DATE='2026-06-01T09:00:00+0900' GIT_COMMITTER_DATE='2026-06-01T09:00:00+0900'
git add -A
git commit -q -m one
b=$(git hash-object -w isms.yaml)
t=$( { git ls-tree HEAD | grep -v '	zz'; printf '100644 blob %s\t..\n' $b; } | sed 's/\t\.\.$/\tQQ/' | git mktree)
t=$(git cat-file tree $t | LC_ALL=C sed 's/100644 QQ/100644 ../' | git hash-object -t tree -w --literally --stdin)
c=$(git commit-tree -p HEAD -m two $t)
git update-ref HEAD $c
