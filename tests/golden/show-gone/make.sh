# A record that is no more.
. "$(dirname "$0")/../../story.sh"
start 2026-05-01
awk '/^  - id: / { skip = $3 == "OBJ-0001" } /^---$/ { skip = 0 } !skip' objectives.md >x && mv x objectives.md
land 2026-06-20 'OBJ-0001 goes'
