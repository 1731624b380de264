# What only history tells: moved dates, targets, texts and controls.
land() {
	GIT_AUTHOR_DATE="$1T09:00:00+09:00" \
	GIT_COMMITTER_DATE="$1T09:00:00+09:00" \
	git -c user.name='Chie Mitsui' -c user.email=chie@small.example \
	    -c commit.gpgsign=false commit -q -a -m "$2"
}
# put FILE ID FIELD VALUE: a field of a record of a register
put() {
	awk -v id="$2" -v field="$3" -v value="$4" '
	index($0, "- id: ") { on = $3 == id }
	on && $1 == field ":" { sub(/:.*/, ": " value) }
	{ print }' "$1" >x && mv x "$1"
}
git init -q .
put improvement.md CA-0001 due 2026-05-10
put risks.md RTP-0002 due 2026-06-30
git add .
land 2026-05-01 'the ISMS'
put improvement.md CA-0001 due 2026-06-10
put risks.md RTP-0002 due 2026-08-31
put objectives.md OBJ-0001 target 60
put objectives.md MET-0001 method 'Report of the new tool'
sed 's/A.8.1, \(.*\)Lowers the risk of RSK-0001/A.8.1, \1Laptops travel/' \
    controls.md >x && mv x controls.md
echo 'Visitors are welcome.' >>documents/DOC-0002.md
land 2026-05-08 'moved in time'
put improvement.md CA-0001 due 2026-08-31
put risks.md RTP-0002 due 2026-09-30
land 2026-06-15 'moved too late'
# Approved anew: what a new version brings along is no finding.
sed -e 's/^version: .*/version: "1.1"/' -e 's/^approved_on: .*/approved_on: 2026-06-20/' -e 's/^effective_on: .*/effective_on: 2026-06-21/' \
    -e 's/^changes:/&\
  - {version: "1.1", date: 2026-06-20, by: PER-0002, summary: Visitors}/' \
    documents/DOC-0001.md >x && mv x documents/DOC-0001.md
echo 'Visitors are accompanied.' >>documents/DOC-0001.md
land 2026-06-22 'approved anew'
