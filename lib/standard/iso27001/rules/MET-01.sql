---
code: MET-01
clause: "9.1"
severity: error
profile: operating
title:
  en: "Metric not defined"
  ja: "監視・測定項目の定義不足"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "say what is measured, how, how often, by whom, and who analyses the results when"
  ja: "測定対象、方法、頻度、測定者、分析者及び分析の時期を記録してください"
why:
  en: "Clause 9.1 a) to f) ask for exactly these. Stands in for GEN-06 on these fields."
  ja: "箇条9.1 a) から f) はこれらを求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: MET-0001
  analysed_by: ~
passes: |
  id: MET-0001
  analysed_by: ROL-0002
---
SELECT m.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM metric m, (VALUES ('what', 'subject', '測定対象'), ('method', 'method', '測定方法'),
    ('frequency', 'frequency', '測定頻度'), ('measured_by', 'person who measures', '測定者'),
    ('analysed_by', 'person who analyses', '分析者'),
    ('analysed_when', 'time of analysis', '分析の時期'),
    ('direction', 'direction (up, down, equal) for its threshold', 'しきい値の方向（up、down、equal）')) w
WHERE m.live AND CASE w.column1 WHEN 'what' THEN blank(m.what) WHEN 'method' THEN blank(m.method)
    WHEN 'frequency' THEN m.frequency IS NULL WHEN 'measured_by' THEN m.measured_by IS NULL
    WHEN 'analysed_by' THEN m.analysed_by IS NULL
    WHEN 'direction' THEN m.threshold IS NOT NULL AND m.direction IS NULL ELSE blank(m.analysed_when) END
