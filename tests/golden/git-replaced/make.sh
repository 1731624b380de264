git -c init.defaultBranch=main init -q .
git config user.name A
git config user.email a@example.com
export GIT_AUTHOR_DATE='2026-06-01T09:00:00+0900'
export GIT_COMMITTER_DATE='2026-06-01T09:00:00+0900'
git add -A
git commit -q -m one
printf '\n' >>documents/DOC-0001.md
git commit -q -a -m two
git replace --graft HEAD
