export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=ann@example.com
export GIT_COMMITTER_NAME=Ann GIT_COMMITTER_EMAIL=ann@example.com
export GIT_AUTHOR_DATE=2026-03-01T00:00:00Z GIT_COMMITTER_DATE=2026-03-01T00:00:00Z
git init -q -b main . && git add -A && git commit -q -m one
git commit -q --allow-empty -m two
git clone -q --depth 1 "file://$PWD" shallow 2>/dev/null
rm -rf .git && mv shallow/.git . && rm -rf shallow
