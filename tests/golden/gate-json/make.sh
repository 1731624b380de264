# For programs: what was worse before, and the figures.
. "$(dirname "$0")/../../story.sh"
put improvement.md CA-0001 due 2026-06-10
put risks.md RTP-0002 due 2026-06-20
start 2026-06-01
put risks.md RTP-0002 due 2026-05-20
put improvement.md CA-0001 status implemented
