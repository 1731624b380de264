# Created, scored, slipped, approved, edited after approval, closed.
. "$(dirname "$0")/../../story.sh"
mv improvement.md x
start 2026-03-01
mv x improvement.md
put improvement.md CA-0001 due 2026-05-10
land 2026-04-01 'CA-0001'
put improvement.md CA-0001 due 2026-08-31
land 2026-06-15 'CA-0001: moved too late'
put improvement.md CA-0001 status cancelled
put improvement.md CA-0001 cancelled_by PER-0001
land 2026-06-20 'CA-0001: dropped'
put improvement.md CA-0001 status planned
land 2026-06-21 'CA-0001: not dropped'
