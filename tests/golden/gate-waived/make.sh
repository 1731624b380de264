# A waiver that was in force before the change holds for it.
. "$(dirname "$0")/../../story.sh"
sed 's/waives: .*/waives: [RTP-03]/; s/^    waives:/    applies_to: [RTP-0002]\
&/' operation.md >x && mv x operation.md
start 2026-06-01
put risks.md RTP-0002 due 2026-06-15
