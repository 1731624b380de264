---
code: EXC-01
clause: "A.5.36"
severity: error
profile: starter
title:
  en: "Exception without reason, risk, approver or end"
  ja: "理由・リスク・承認者・期限のない例外"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "record why, which risk it brings, who approved it and until when"
  ja: "理由、伴うリスク、承認者及び有効期限を記録してください"
why:
  en: "An exception is a decision about a risk for a time (A.5.1, A.5.36). Stands in for GEN-06 on these fields."
  ja: "例外とは、期限を定めてリスクについて下した決定です（A.5.1、A.5.36）。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: EXC-0001
  expires: ~
passes: |
  id: EXC-0001
  expires: 2026-09-30
---
SELECT e.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM exception e, (VALUES ('reason', 'reason', '理由', 0), ('risk', 'risk', 'リスク', 0),
    ('expires', 'expiry date', '有効期限', 0), ('approved_by', 'approver', '承認者', 1)) w
WHERE e.status IN ('requested', 'active')
  AND (w.column4 = 0 OR e.status = 'active')
  AND CASE w.column1 WHEN 'reason' THEN blank(e.reason)
        OR has(setting('not_a_reason'), lower(rtrim(trim(e.reason), '.。'))) WHEN 'risk' THEN e.risk IS NULL
      WHEN 'expires' THEN e.expires IS NULL ELSE e.approved_by IS NULL END
