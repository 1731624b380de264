# A finding on one of several references points at it, in a list and in prose.
cat >documents/DOC-0901.md <<'X'
---
id: DOC-0901
kind: document
title: Old rule for visitors
status: superseded
owner: PER-0002
created: 2025-10-01
doc_type: procedure
version: "1.0"
classification: internal
prepared_by: PER-0003
approved_by: PER-0002
approved_on: 2025-10-20
effective_on: 2025-11-01
review_every: P1Y
retention: P5Y
changes:
  - {version: "1.0", date: 2025-10-20, by: PER-0003, summary: First edition}
---
X
sed "/{id: A.8.1,/s/\[DOC-0002\]/[DOC-0002, DOC-0901]/" controls.md >x && mv x controls.md
printf '\nVisitors: see\n[[DOC-0901]].\n' >>documents/DOC-0002.md
