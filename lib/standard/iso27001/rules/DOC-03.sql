---
code: DOC-03
clause: "7.5.2"
severity: warning
profile: operating
title:
  en: "Prepared and approved by one person"
  ja: "作成者と承認者が同一"
message:
  en: "{id} was prepared and approved by {who}"
  ja: "{id} の作成者と承認者がともに {who}です"
help:
  en: "let somebody else approve it"
  ja: "別の人が承認してください"
why:
  en: "Approval is a second look (clause 7.5.2 c)."
  ja: "承認は第二の目による確認です（箇条7.5.2 c）。"
fails: |
  id: DOC-0002
  prepared_by: PER-0002
passes: |
  id: DOC-0002
  prepared_by: PER-0004
---
SELECT id, 'approved_by' AS field, person(approved_by) AS who, id AS also_id,
    'prepared_by' AS also_field
FROM document WHERE status IN ('approved', 'in_force') AND approved_by = prepared_by
