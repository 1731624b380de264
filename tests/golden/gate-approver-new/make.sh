# An approver whom the change itself brings along, in the commit, the record
# and the configuration: no say.
. "$(dirname "$0")/../../story.sh"
put improvement.md CA-0001 due 2026-06-10
put risks.md RTP-0002 due 2026-06-10
start 2026-06-01
git checkout -q -b pr
put improvement.md CA-0001 due 2026-07-31
put risks.md RTP-0002 due 2026-07-31
awk '{ print } /^  - id: RTP-0002/ { print "    postponed: [{was: 2026-06-10, on: 2026-06-20, by: PER-0009, reason: Because}]" }' \
    risks.md >x && mv x risks.md
sed 's/^\(  - {id: PER-000\)4\(.*\)Dan Yotsuya, name: Dan Yotsuya\(.*\)/&\
\19\2Eva Zero, name: Eva Zero\3/' people.md >x && mv x people.md
printf 'rules:\n  - {code: DOC-05, severity: off, reason: Too loud, approver: PER-0009}\n' >>isms.yaml
land 2026-06-25 'due moved

The supplier delivers in July.

Approved-by: Eva Zero'
