---
code: CHG-01
clause: "6.3"
severity: error
profile: operating
title:
  en: "Change not planned"
  ja: "変更計画の記載不足"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "record purpose, consequences, owner and the planned date"
  ja: "目的、起こり得る結果、担当及び予定日を記録してください"
why:
  en: "Clause 6.3 asks for planned changes. Stands in for GEN-06 on these fields."
  ja: "箇条6.3は計画的な変更を求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: CHG-0002
  consequences: ~
passes: |
  id: CHG-0002
  consequences: None
---
SELECT c.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM change c, (VALUES ('purpose', 'purpose', '目的'), ('consequences', 'consequences', '起こり得る結果'),
    ('owner', 'owner', '担当'), ('planned_on', 'planned date', '予定日')) w
WHERE c.status <> 'rejected' AND CASE w.column1 WHEN 'purpose' THEN blank(c.purpose)
    WHEN 'consequences' THEN blank(c.consequences) WHEN 'owner' THEN c.owner IS NULL
    ELSE c.planned_on IS NULL END
