---
code: AUD-07
clause: "9.2.2"
severity: error
profile: operating
title:
  en: "Audit report not given to management"
  ja: "管理層への監査報告なし"
message:
  en: "{id} is reported, and {what}"
  ja: "{id} は報告済みですが、{what_ja}"
help:
  en: "record the date of the report and to which managers it went"
  ja: "報告日と、報告した管理者を記録してください"
why:
  en: "Clause 9.2.2 c) asks that the results go to the relevant management. Stands in for GEN-06 on these fields."
  ja: "箇条9.2.2 c) は監査の結果を関連する管理層に報告することを求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: AUD-0001
  reported_to: ~
passes: |
  id: AUD-0001
  reported_to: [PER-0001, PER-0003]
---
SELECT id, 'reported_on' AS field, 'no report date is recorded' AS what,
    '報告日が記録されていません' AS what_ja
FROM audit WHERE state_rank >= 2 AND reported_on IS NULL
UNION ALL
SELECT id, 'reported_to', 'nobody is recorded to whom it was reported',
    '報告先が記録されていません'
FROM audit WHERE state_rank >= 2 AND blank(reported_to)
UNION ALL
SELECT a.id, 'reported_to', 'nobody of the management is among those who received it',
    '報告先に管理層の人が含まれていません'
FROM audit a
WHERE a.state_rank >= 2 AND a.audit_type = 'internal' AND NOT blank(a.reported_to)
  AND NOT EXISTS (SELECT 1 FROM audit_reported_to t WHERE t.id = a.id
      AND (top() IS NULL OR t.value = top() OR t.value IN (SELECT isms_manager FROM organisation)
        OR t.value IN (SELECT head FROM organisation_departments)
        OR t.value NOT LIKE 'PER-%'))
