# A fault of each kind, in values that rules read: each is told once.
. "$(dirname "$0")/../../story.sh"
sed 's/^level: top/level: tpo/; s/^approved_on: .*/approved_on: [2025-10-20]/' documents/DOC-0001.md >x && mv x documents/DOC-0001.md
sed 's/^retention:/retentoin:/; /^id:/d' documents/DOC-0002.md >x && mv x documents/DOC-0002.md
put risks.md RSK-0001 owner PER-0007
put risks.md RSK-0001 likelihood often
put risks.md CRI-0001 acceptance '[low]'
put improvement.md CA-0001 due 2026/5/1
sed 's/^    top_management:/    top_managment:/' context.md >x && mv x context.md
