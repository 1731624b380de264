# The same in Japanese.
. "$(dirname "$0")/../../story.sh"
put improvement.md CA-0001 due 2026-05-10
put risks.md RTP-0002 due 2026-05-31
start 2026-04-01
put improvement.md CA-0001 due 2026-06-01
land 2026-05-04 'CA-0001: later

The tool is not yet delivered.

Approved-by: Aya Ichinose <aya@small.example>'
who 'Dan Yotsuya' dan@small.example
put improvement.md CA-0001 due 2026-08-31
put risks.md RTP-0002 due 2026-09-30
awk '{ print } /^  - id: RTP-0002/ { print "    postponed: [{was: 2026-05-31, on: 2026-06-11, by: PER-0001, reason: The second administrator begins in September}]" }' \
    risks.md >x && mv x risks.md
land 2026-06-12 'CA-0001, RTP-0002: later'
put improvement.md CA-0001 due 2026-08-20
land 2026-06-15 'CA-0001: earlier is no slip'
