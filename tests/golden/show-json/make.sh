# For programs: marks, and what the rules will say.
. "$(dirname "$0")/../../story.sh"
put risks.md RTP-0002 due 2026-06-10
start 2026-05-01
put risks.md RTP-0002 due 2026-07-31
land 2026-06-20 'RTP-0002: later'
