# A milestone that moved behind a new one which has its old day; another one
# that stands second now and was not moved.
. "$(dirname "$0")/../../story.sh"
row() { printf '      - {title: %s, due: %s}\n' "$1" "$2"; }
{ row Lesson 2026-06-10; row Poster 2026-06-12; } >rows
awk '{ print } /^  - id: OBJ-0001/ { print "    milestones:"
	while ((getline r <"rows") > 0) print r }' objectives.md >x
rm rows && mv x objectives.md
start 2026-06-01
git checkout -q -b work
sed 's/{title: Lesson.*/{title: Tool, due: 2026-06-10}\
      - {title: Lesson, due: 2026-12-10}/' objectives.md >x && mv x objectives.md
land 2026-06-25 'plans'
