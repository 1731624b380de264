# A finding and the waiver for it in one change; an old waiver still holds.
. "$(dirname "$0")/../../story.sh"
start 2026-06-01
git checkout -q -b pr
put risks.md RTP-0002 due 2026-06-15
sed '/^  - id: EXC-0001/,$!d; /^---$/,$d; s/EXC-0001/EXC-0002/; s/waives:.*/waives: [RTP-03]/; s/^    waives:/    applies_to: [RTP-0002]\
&/' operation.md >x
awk 'FNR == NR { add = add $0 "\n"; next }
/^---$/ && ++n == 2 { printf "%s", add } { print }' x operation.md >y && mv y operation.md && rm x
land 2026-06-25 'late, and waived'
