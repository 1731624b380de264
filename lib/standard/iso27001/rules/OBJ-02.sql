---
code: OBJ-02
clause: "6.2"
severity: error
profile: starter
title:
  en: "Objective without plan"
  ja: "計画のない目的"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "record what will be done, with which resources, who answers for it, until when, and how the result is judged"
  ja: "実施事項、必要な資源、責任者、期限及び結果の評価方法を記録してください"
why:
  en: "Clause 6.2 h) to l) ask for exactly these five. Stands in for GEN-06 on these fields."
  ja: "箇条6.2 h) から l) はこの五つを求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: OBJ-0001
  evaluation: ~
passes: |
  id: OBJ-0001
  evaluation: Results compared with the target
---
SELECT o.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM objective o, (VALUES ('actions', 'action', '実施事項'), ('resources', 'resources', '資源'),
    ('owner', 'owner', '担当'), ('due', 'due date', '期限'),
    ('evaluation', 'way of evaluation', '評価方法')) w
WHERE o.status <> 'cancelled' AND CASE w.column1 WHEN 'actions' THEN blank(o.actions)
    WHEN 'resources' THEN blank(o.resources) WHEN 'owner' THEN o.owner IS NULL
    WHEN 'due' THEN o.due IS NULL ELSE blank(o.evaluation) END
