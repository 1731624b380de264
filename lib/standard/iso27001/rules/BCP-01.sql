---
code: BCP-01
clause: "A.5.29"
severity: error
profile: operating
title:
  en: "Continuity plan incomplete"
  ja: "事業継続計画の不備"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "record how fast service and data must be back, who does what, whom to call, and the steps"
  ja: "目標復旧時間・時点、役割、連絡先及び手順を記録してください"
why:
  en: "A plan is read in the night of the outage (A.5.29, A.5.30). Stands in for GEN-06 on these fields."
  ja: "計画は障害対応のさなかに読まれるものです（A.5.29、A.5.30）。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: BCP-0001
  contacts: ~
passes: |
  id: BCP-0001
  contacts: List in the safe
---
SELECT b.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM continuity_plan b, (VALUES ('rto', 'recovery time objective', '目標復旧時間'),
    ('rpo', 'recovery point objective', '目標復旧時点'), ('roles', 'roles', '役割'),
    ('contacts', 'contacts', '連絡先'), ('steps', 'steps', '手順')) w
WHERE b.live AND CASE w.column1 WHEN 'rto' THEN b.rto IS NULL WHEN 'rpo' THEN b.rpo IS NULL
    WHEN 'roles' THEN blank(b.roles) WHEN 'contacts' THEN blank(b.contacts)
    ELSE blank(b.steps) END
