# A record that owes more than fits, one with a finding, and people with roles.
mkdir -p ../empty
printf 'standard: iso27001\nname: Empty Inc.\ntimezone: Asia/Tokyo\nyear_start: "04-01"\nlanguages: [en]\nprofile: starter\n' >../empty/isms.yaml
cat >issue.md <<'EOF'
---
id: ISS-0900
kind: issue
title: An issue without a status
owner: PER-0002
created: 2026-01-10
side: external
effect: risk
description: Something outside.
---
EOF
sed 's/ISS-0900/ISS-0901/; s/without a status/past its review/; s/^owner/status: active\nreview_due: 2026-06-01\nowner/' issue.md >late.md
cat >risk.md <<'EOF'
---
id: RSK-0900
kind: risk
title: Too high
status: assessed
owner: PER-0002
created: 2026-01-10
method: asset
assets: [AST-0001]
threat: Something
vulnerability: Something else
level: high
option: modify
existing_controls: [A.5.1]
---
EOF
