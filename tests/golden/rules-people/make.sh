# What history tells of people and evidence: a writer who merges alone, reviews
# of nothing but dates, an approved record of somebody else's commit, evidence
# that is not the file whose hash was stated, a change after verification.
. "$(dirname "$0")/../../story.sh"
edit() { sed "$2" "$1" >x && mv x "$1"; }
# propose BRANCH DAY TRAILER: DOC-0002 has a new text, in a branch
propose() {
	git checkout -q -b "$1"
	echo "Visitors $1." >>documents/DOC-0002.md
	land "$2" "$1

$3"
	git checkout -q main
}
mkdir evidence
echo 'The test stands on the second Monday' >evidence/calendar.txt
hash=$(sha256sum evidence/calendar.txt | cut -d' ' -f1)
put improvement.md CA-0002 evidence "[evidence/calendar.txt sha256:$hash, Minutes sha256:$hash]"
put improvement.md CA-0002 status verified
for d in 1 2; do
	edit documents/DOC-000$d.md 's/^created:.*/&\
reviewed: 2025-10-20/'
done
start 2025-10-20
# By hand, and a file that is not what was written down.
echo 'The test stands on the third Monday' >evidence/calendar.txt
land 2026-01-10 'calendar'
put improvement.md CA-0002 status closed
put improvement.md CA-0002 root_cause 'Nobody knew'
land 2026-01-20 'CA-0002 closed'
for d in 2026-02-02 2026-03-02 2026-04-02; do
	edit documents/DOC-0001.md "s/^reviewed: .*/reviewed: $d/"
	[ $d = 2026-03-02 ] ||
	    edit documents/DOC-0002.md "s/^reviewed: .*/reviewed: $d/"
	land $d 'reviewed'
done
# Reviewed by somebody else: no finding.  Without: who wrote it merged it.
propose seen 2026-05-06 'Reviewed-by: Ben Nikaido <ben@small.example>'
on 2026-05-07
git merge -q --no-ff -m 'Merge seen' seen
propose alone 2026-05-08 ''
on 2026-05-09
git merge -q --no-ff -m 'Merge alone' alone
edit documents/DOC-0002.md 's/^approved_on: .*/approved_on: 2026-05-11/
s/^effective_on: .*/effective_on: 2026-05-11/
s/^version: .*/version: "1.1"/
s/^changes:/&\
  - {version: "1.1", date: 2026-05-11, by: PER-0002, summary: Visitors}/'
land 2026-05-11 'DOC-0002 approved'
# Approved from the first, by somebody who does not appear.
sed -e 's/DOC-0002/DOC-0003/' -e 's/^title: .*/title: Visitors/' -e '/^title_ja/d' \
    -e 's/^reviewed: .*/reviewed: 2026-06-01/' -e 's/^created: .*/created: 2026-06-01/' documents/DOC-0002.md >documents/DOC-0003.md
land 2026-06-01 'Rules for visitors'
