---
code: AST-02
clause: "A.5.12"
severity: error
profile: operating
title:
  en: "Asset not valued"
  ja: "資産価値の未評価"
message:
  en: "{id} {name} has no {what} recorded"
  ja: "{id}「{name}」に{what_ja}が記録されていません"
help:
  en: "record the values for confidentiality, integrity and availability, and the classification"
  ja: "機密性、完全性及び可用性の値と機密区分を記録してください"
why:
  en: "How much protection an asset needs follows from its value (A.5.12). Stands in for GEN-06 on these fields."
  ja: "資産に必要な保護の程度は価値によって決まります（A.5.12）。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: AST-0002
  a: ~
passes: |
  id: AST-0002
  a: 2
---
SELECT s.id, title(s.id) AS name, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM asset s, (VALUES ('c', 'value for confidentiality', '機密性の値'),
    ('i', 'value for integrity', '完全性の値'), ('a', 'value for availability', '可用性の値'),
    ('classification', 'classification', '機密区分')) w
WHERE s.live AND CASE w.column1 WHEN 'c' THEN s.c WHEN 'i' THEN s.i WHEN 'a' THEN s.a
    ELSE s.classification END IS NULL
