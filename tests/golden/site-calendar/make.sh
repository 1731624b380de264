# What a calendar program takes for its own syntax stays text.
cat >hostile.md <<'EOF'
---
id: RSK-0900
kind: risk
title: "Comma, semicolon; back\\slash END:VEVENT"
status: open
owner: PER-0002
created: 2026-01-10
review_due: 2026-08-01
---
EOF
