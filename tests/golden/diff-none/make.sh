# A commit against itself.
. "$(dirname "$0")/../../story.sh"
start 2026-06-01
