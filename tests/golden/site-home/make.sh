# An error that is no date, and a date that no error tells of.
cat >late.md <<'EOF'
---
id: RSK-0900
kind: risk
title: Late for its review
status: open
owner: PER-0002
created: 2026-01-10
review_due: 2026-06-01
---
EOF
