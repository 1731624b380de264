# A change that makes one finding, moves others by lines, and mends one.
. "$(dirname "$0")/../../story.sh"
put improvement.md CA-0001 due 2026-06-10
put objectives.md OBJ-0001 owner PER-0099
start 2026-06-01
git checkout -q -b pr
sed 's/^records:/# A word on this register.\
records:/' improvement.md >x && mv x improvement.md
put objectives.md OBJ-0001 owner PER-0003
put risks.md RTP-0002 done_on 2026-06-20
put risks.md RTP-0002 due 2026-06-15
land 2026-06-25 'work on a branch'
