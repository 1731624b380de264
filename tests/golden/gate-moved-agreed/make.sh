# The same with the reason and the approver in the commit.
. "$(dirname "$0")/../../story.sh"
put improvement.md CA-0001 due 2026-06-10
start 2026-06-01
git checkout -q -b pr
put improvement.md CA-0001 due 2026-07-31
land 2026-06-25 'CA-0001: due moved

The supplier of the tool delivers in July.

Approved-by: Aya Ichinose'
