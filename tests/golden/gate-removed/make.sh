# A record that is kept by law of the house goes; another changes its id.
. "$(dirname "$0")/../../story.sh"
put risks.md RSK-0002 owner PER-0099
start 2026-06-01
git checkout -q -b pr
awk '/^  - id: / { skip = $3 == "OBJ-0001" } /^---$/ { skip = 0 } !skip' objectives.md >x && mv x objectives.md
sed 's/RSK-0002/RSK-0102/' risks.md >x && mv x risks.md
grep -l RSK-0002 *.md documents/*.md | while read -r f; do
	sed 's/RSK-0002/RSK-0102/g' "$f" >x && mv x "$f"
done
land 2026-06-25 'tidied up'
