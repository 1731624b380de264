# A milestone that moved, and then another came before it in the list.
. "$(dirname "$0")/../../story.sh"
who 'Dan Yotsuya' dan@small.example
milestones() {
	awk -v rows="$1" '/^    milestones:/ { skip = 1; next }
	skip && /^      - / { next }
	{ skip = 0; print }
	/^  - id: OBJ-0001/ { printf "    milestones:\n%s", rows }' \
	    objectives.md >x && mv x objectives.md
}
m='      - {title: Lesson written, due: %s}\n'
milestones "$(printf "$m" 2026-06-20)
"
land 2026-06-16 'a milestone'
milestones "$(printf "$m" 2026-07-20)
"
land 2026-06-22 'the milestone later'
milestones "      - {title: Tool bought, due: 2026-07-10}
$(printf "$m" 2026-07-20)
"
land 2026-06-23 'another before it'
# Another id, in another file.
git mv risks.md assessment.md
for f in *.md; do
	sed 's/RTP-0002/RTP-0902/g' "$f" >x && mv x "$f"
done
land 2026-06-24 'RTP-0002 is RTP-0902 now'
