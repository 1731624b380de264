# Two lines that have nothing in common.
. "$(dirname "$0")/../../story.sh"
start 2026-06-01
git checkout -q --orphan other
land 2026-06-02 'another beginning'
