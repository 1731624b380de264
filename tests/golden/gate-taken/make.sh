# Ways to end what is overdue without doing it: a milestone deleted, an action
# cancelled by its own owner or by nobody; and what may: somebody else agreed,
# words corrected, done.
. "$(dirname "$0")/../../story.sh"
awk '{ print } /^  - id: OBJ-0001/ { print "    milestones:"
	print "      - {title: Lesson, due: 2026-06-10}"
	print "      - {title: Poster, due: 2026-06-12}"
	print "      - {title: Quiz, due: 2026-06-15}" }' objectives.md >x &&
    mv x objectives.md
for i in 2 3 4; do cat <<X
  - id: CA-001$i
    title: Action $i
    status: planned
    owner: PER-0002
    created: 2026-05-04
    ncr: NCR-0001
    root_cause: Nobody was named for the work that had to be done
    method: 5why
    action: Name somebody and look at it each month
    implementer: PER-0002
    due: 2026-06-20
X
done >more
awk '{ print } /^records:/ { while ((getline r < "more") > 0) print r }' \
    improvement.md >x && mv x improvement.md
rm more
start 2026-06-01
git checkout -q -b work
sed -e '/title: Lesson/d' -e 's/title: Poster/title: Large poster/' \
    -e 's/title: Quiz, due: 2026-06-15/title: Quiz, due: 2026-06-15, done_on: 2026-06-14/' \
    objectives.md >x && mv x objectives.md
for i in 2 3 4; do
	put improvement.md CA-001$i status cancelled
	put improvement.md CA-001$i cancelled_reason 'No longer needed'
done
put improvement.md CA-0012 cancelled_by PER-0002
put improvement.md CA-0013 cancelled_by PER-0001
sed '/due: 2026-06-20/d' improvement.md >x && mv x improvement.md
land 2026-06-25 'clean up'
