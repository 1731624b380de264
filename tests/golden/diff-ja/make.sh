# The same in Japanese, as a comment of a pull request.
. "$(dirname "$0")/../../story.sh"
put improvement.md CA-0001 due 2026-06-10
cat >>documents/DOC-0002.md <<'END'

Backups are restored every quarter, and the result is recorded by the owner
of the system. Nobody restores alone.
END
start 2026-05-01
put improvement.md CA-0001 due 2026-06-20
land 2026-05-20 'CA-0001: moved in time'
git checkout -q -b pr
put risks.md RSK-0001 likelihood 3
put risks.md RSK-0001 level critical
put risks.md RSK-0002 level low
put risks.md RSK-0002 likelihood 1
put risks.md RTP-0002 status done
put risks.md RTP-0002 done_on 2026-06-24
put improvement.md CA-0001 due 2026-09-20
put objectives.md OBJ-0001 target 60
sed 's/A.8.1, \(.*\)implemented/A.8.1, \1planned/' controls.md >x && mv x controls.md
sed 's/{id: A.8.13, applicable: true/{id: A.8.13, applicable: false/' controls.md >x && mv x controls.md
sed 's/every quarter, and the result is/each month.  The result and the time are/; s/Nobody restores alone.//' \
    documents/DOC-0002.md >x && mv x documents/DOC-0002.md
awk '/^  - id: / { skip = $3 == "EXC-0001" } /^---$/ { skip = 0 } !skip' operation.md >x && mv x operation.md
grep -l 'ISS-0001' *.md documents/*.md | while read -r f; do
	sed 's/ISS-0001/ISS-0101/g' "$f" >x && mv x "$f"
done
git mv documents/DOC-0001.md documents/DOC-0001-policy.md
land 2026-06-25 'much at once'
