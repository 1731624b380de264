# A new id beside the new date hides nothing.
. "$(dirname "$0")/../../story.sh"
put improvement.md CA-0001 due 2026-06-10
start 2026-06-01
put improvement.md CA-0001 due 2026-07-31
sed 's/CA-0001/CA-0101/' improvement.md >x && mv x improvement.md
