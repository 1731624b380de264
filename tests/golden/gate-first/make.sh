# Where there was no ISMS before, every finding is new.
. "$(dirname "$0")/../../story.sh"
mkdir ../x && mv ./* ../x && git init -q -b main . && echo hello >README.md
land 2026-06-01 'an empty house'
git checkout -q -b pr
rm README.md && mv ../x/* . && rmdir ../x
put improvement.md CA-0001 due 2026-06-10
land 2026-06-25 'the ISMS'
