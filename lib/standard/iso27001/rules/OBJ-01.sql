---
code: OBJ-01
clause: "6.2"
severity: error
profile: starter
title:
  en: "Objective that cannot be measured"
  ja: "測定できない目的"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "link the policy, and record measure, unit and target"
  ja: "方針に結び付け、指標、単位及び目標値を記録してください"
why:
  en: "Clause 6.2 a) and b) ask that objectives agree with the policy and can be measured if practicable. Stands in for GEN-06 on these fields."
  ja: "箇条6.2 a) 及び b) は、目的が方針と整合し、実行可能なら測定できることを求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: OBJ-0001
  measure: ~
passes: |
  id: OBJ-0001
  measure: MET-0001
---
SELECT o.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM objective o, (VALUES ('policy', 'policy', '方針'), ('measure', 'measure', '指標'),
    ('unit', 'unit', '単位'), ('target', 'target', '目標値')) w
WHERE o.status <> 'cancelled' AND CASE w.column1 WHEN 'policy' THEN o.policy IS NULL
    WHEN 'measure' THEN blank(o.measure) WHEN 'unit' THEN blank(o.unit)
    ELSE o.target IS NULL END
