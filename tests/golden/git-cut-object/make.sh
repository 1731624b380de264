# The commit's file ends after ten bytes: the object is damaged, and there is
# an end to looking for it.
GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=A
GIT_COMMITTER_EMAIL=a@example.com
GIT_AUTHOR_DATE='2026-01-05T00:00:00Z' GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
export GIT_AUTHOR_DATE GIT_COMMITTER_DATE
git init -q -b main .
git add isms.yaml
git commit -q -m first
id=$(git rev-parse HEAD)
f=.git/objects/$(echo "$id" | cut -c 1-2)/$(echo "$id" | cut -c 3-)
chmod u+w "$f"
head -c 10 "$f" >x && cat x >"$f" && rm x
