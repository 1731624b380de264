---
code: IPY-05
clause: "4.2"
severity: note
profile: certified
title:
  en: "A usual party is missing"
  ja: "主要な利害関係者の欠落"
message:
  en: "no {what} is among the interested parties"
  ja: "利害関係者に{what_ja}がありません"
help:
  en: "add it, or leave it out knowingly"
  ja: "追加するか、意図して含めないのであればそのままで構いません"
why:
  en: "Nearly every organisation has customers, staff, suppliers and authorities with requirements (clause 4.2)."
  ja: "ほぼ全ての組織に、要求を持つ顧客、従業員、供給者及び当局があります（箇条4.2）。"
fails: |
  remove: [IPY-0004]
passes: |
  id: IPY-0004
  party_type: regulator
---
SELECT NULL AS id, w.column1 AS what, w.column2 AS what_ja
FROM (VALUES ('customer', '顧客'), ('employee', '従業員'), ('supplier', '供給者'),
    ('regulator', '規制当局')) w
WHERE EXISTS (SELECT 1 FROM interested_party WHERE live)
  AND NOT EXISTS (SELECT 1 FROM interested_party WHERE live AND party_type = w.column1)
