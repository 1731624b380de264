---
code: INC-01
clause: "A.5.25"
severity: error
profile: operating
title:
  en: "Incident without its first facts"
  ja: "インシデントの初期情報の不足"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "record class, day of detection and who reported it; only an event can be dismissed"
  ja: "区分、検知日及び報告者を記録してください。対象外にできるのは事象だけです"
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
SELECT i.id, w.column1 AS field, 'has no ' || w.column2 || ' recorded' AS what,
    'に' || w.column3 || 'が記録されていません' AS what_ja
FROM incident i, (VALUES ('class', 'class', '区分'), ('detected_on', 'day of detection', '検知日'),
    ('reported_by', 'reporter', '報告者')) w
WHERE CASE w.column1 WHEN 'class' THEN i.class WHEN 'detected_on' THEN i.detected_on
    ELSE i.reported_by END IS NULL
UNION ALL
SELECT id, 'status', 'is dismissed, although its class is ' || class,
    'は対象外とされていますが、区分は「' || label_of('incident', 'class', class) || '」です'
FROM incident WHERE status = 'dismissed' AND class <> 'event'
