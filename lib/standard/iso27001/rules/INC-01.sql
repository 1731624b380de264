---
code: INC-01
clause: "A.5.25"
severity: error
profile: operating
title:
  en: "Incident without its first facts"
  ja: "インシデントの初期情報の不足"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "record class, day of detection and who reported it"
  ja: "区分、検知日及び報告者を記録してください"
why:
  en: "A.5.25 asks to assess each event; these facts are where it begins. Stands in for GEN-06 on these fields."
  ja: "A.5.25は各事象の評価を求めており、これらがその出発点です。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: INC-0001
  class: ~
passes: |
  id: INC-0001
  class: weakness
---
SELECT i.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM incident i, (VALUES ('class', 'class', '区分'), ('detected_on', 'day of detection', '検知日'),
    ('reported_by', 'reporter', '報告者')) w
WHERE CASE w.column1 WHEN 'class' THEN i.class WHEN 'detected_on' THEN i.detected_on
    ELSE i.reported_by END IS NULL
