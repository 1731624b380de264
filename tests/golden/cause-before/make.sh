# Whose owner is not known was so before: what the change does counts.
. "$(dirname "$0")/../../story.sh"
put improvement.md CA-0001 owner PER-0099
start 2026-06-01
git checkout -q -b pr
put improvement.md CA-0001 due 2026-06-20
put risks.md RSK-0001 assets '[AST-0091]'
land 2026-06-02 'a due date that passes'
