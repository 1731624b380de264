# The clone that a CI service makes by default does not hold the base.
. "$(dirname "$0")/../../story.sh"
start 2026-06-01
git checkout -q -b pr
land 2026-06-02 'a branch'
land 2026-06-03 'longer'
git clone -q --depth 1 "file://$PWD/.git" y 2>/dev/null
rm -rf .git && mv y/.git . && rm -rf y
