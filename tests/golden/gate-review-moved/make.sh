# The day of a review is moved after it passed and nothing was reviewed.
. "$(dirname "$0")/../../story.sh"
put risks.md RSK-0001 review_due 2026-06-20
put risks.md RSK-0002 review_due 2026-06-20
start 2026-06-01
put risks.md RSK-0001 review_due 2027-06-20
put risks.md RSK-0002 review_due 2027-06-20
put risks.md RSK-0002 reviewed 2026-06-24
