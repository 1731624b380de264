---
code: LEG-01
clause: "A.5.31"
severity: error
profile: operating
title:
  en: "Legal requirement without owner, source or answer"
  ja: "担当・根拠・対応のない法令要求"
message:
  en: "{id} {name} has no {what} recorded"
  ja: "{id}「{name}」に{what_ja}が記録されていません"
help:
  en: "record who watches it, where it comes from, and what meets it"
  ja: "担当、法令・契約の名称、及び対応を記録してください"
why:
  en: "A.5.31 asks to identify requirements and how they are met. Stands in for GEN-06 on these fields."
  ja: "A.5.31は要求事項の特定と、それを満たす方法の文書化を求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: LEG-0001
  met_by: ~
passes: |
  id: LEG-0001
  met_by: [DOC-0002]
---
SELECT l.id, title(l.id) AS name, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM legal_requirement l, (VALUES ('owner', 'owner', '担当'), ('source', 'source', '法令・規格・契約'),
    ('met_by', 'way to meet it', '対応')) w
WHERE l.live AND CASE w.column1 WHEN 'owner' THEN l.owner IS NULL WHEN 'source' THEN blank(l.source)
    ELSE blank(l.met_by) END
