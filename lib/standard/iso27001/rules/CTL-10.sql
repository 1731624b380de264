---
code: CTL-10
clause: "6.1.3"
severity: error
profile: operating
title:
  en: "Statement of Applicability not approved"
  ja: "適用宣言書の未承認"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "approve the Statement of Applicability and record version, approver and date"
  ja: "適用宣言書を承認し、版、承認者及び承認日を記録してください"
why:
  en: "Clause 6.1.3 d) asks for the Statement of Applicability; the certificate names its version. Stands in for GEN-06 on the approval."
  ja: "箇条6.1.3 d) は適用宣言書の作成を求めており、登録証にはその版が記されます。承認についてはGEN-06に代わって報告します。"
fails: |
  id: SOA-0001
  status: draft
  approved_by: ~
  approved_on: ~
passes: |
  id: SOA-0001
  status: approved
---
SELECT NULL AS id, NULL AS field, 'no Statement of Applicability is recorded' AS what,
    '適用宣言書が記録されていません' AS what_ja
WHERE NOT EXISTS (SELECT 1 FROM statement_of_applicability WHERE live)
  AND EXISTS (SELECT 1 FROM control)
UNION ALL
SELECT s.id, CASE WHEN s.status = 'draft' THEN 'status' WHEN s.approved_by IS NULL
    THEN 'approved_by' ELSE 'approved_on' END,
    s.id || ' is ' || label_of('statement_of_applicability', 'status', s.status)
      || CASE WHEN s.approved_by IS NULL THEN ', no approver is recorded'
      WHEN s.approved_on IS NULL THEN ', no approval date is recorded' ELSE '' END,
    s.id || ' は状態が「' || label_of('statement_of_applicability', 'status', s.status)
      || '」' || CASE WHEN s.approved_by IS NULL THEN 'で、承認者が記録されていません'
      WHEN s.approved_on IS NULL THEN 'で、承認日が記録されていません' ELSE 'です' END
FROM statement_of_applicability s
WHERE s.live AND (s.status = 'draft' OR s.approved_by IS NULL OR s.approved_on IS NULL)
