---
code: SUP-01
clause: "A.5.20"
severity: error
profile: operating
title:
  en: "Supplier without agreement or owner"
  ja: "契約・担当のない供給者"
message:
  en: "{id} {name} is active and has no {what} recorded"
  ja: "{id}「{name}」は取引中ですが、{what_ja}が記録されていません"
help:
  en: "record owner, agreement and its security clauses"
  ja: "担当、契約及びセキュリティ条項を記録してください"
why:
  en: "A.5.19 and A.5.20 ask to agree requirements with each supplier. A missing agreement where personal data are handled is reported by SUP-06. Stands in for GEN-06 on these fields."
  ja: "A.5.19及びA.5.20は各供給者との要求事項の合意を求めています。個人情報を取り扱う場合の契約の欠落はSUP-06で報告します。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: SUP-0001
  owner: ~
passes: |
  id: SUP-0001
  owner: PER-0002
---
SELECT s.id, title(s.id) AS name, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM supplier s, (VALUES ('owner', 'owner', '担当'), ('agreement', 'agreement', '契約'),
    ('agreement.security_clauses', 'security clause', 'セキュリティ条項')) w
WHERE s.status = 'active' AND CASE w.column1 WHEN 'owner' THEN s.owner IS NULL
    WHEN 'agreement' THEN blank(s.agreement_ref) AND s.agreement_from IS NULL AND coalesce(s.pii, 0) = 0
    ELSE (NOT blank(s.agreement_ref) OR s.agreement_from IS NOT NULL)
      AND coalesce(s.agreement_security_clauses, 0) = 0 END
