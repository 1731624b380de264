---
code: FND-12
clause: "10.2"
severity: error
profile: operating
title:
  en: "Audit finding without criterion or evidence"
  ja: "基準又は証拠のない指摘事項"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "name the requirement that is not met and what was seen"
  ja: "満たしていない要求事項と、確認した事実を記録してください"
why:
  en: "A finding compares evidence with a criterion; without one of them it is an opinion. Stands in for GEN-06 on these fields."
  ja: "指摘事項は証拠を基準と照らした結果です。どちらかを欠けば意見にすぎません。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: FND-0001
  evidence: ~
passes: |
  id: FND-0001
  evidence: Ticket 311 has no approval
---
SELECT f.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM audit_finding f, (VALUES ('criterion', 'criterion', '基準'),
    ('evidence', 'evidence', '証拠')) w
WHERE CASE w.column1 WHEN 'criterion' THEN blank(f.criterion) ELSE blank(f.evidence) END
