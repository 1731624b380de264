---
code: COM-01
clause: "7.4"
severity: warning
profile: operating
title:
  en: "Communication not planned"
  ja: "コミュニケーション計画の不足"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "record on what, when, with whom and how to communicate"
  ja: "内容、時期、対象者及び方法を記録してください"
why:
  en: "Clause 7.4 asks for these four. Stands in for GEN-06 on these fields."
  ja: "箇条7.4はこの四つを求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: COM-0001
  how: ~
passes: |
  id: COM-0001
  how: mail
---
SELECT NULL AS id, NULL AS field, 'no communication is recorded' AS what,
    'コミュニケーション計画が記録されていません' AS what_ja
WHERE NOT EXISTS (SELECT 1 FROM communication WHERE live)
UNION ALL
SELECT c.id, w.column1, c.id || ' has no ' || w.column2 || ' recorded',
    c.id || ' に' || w.column3 || 'が記録されていません'
FROM communication c, (VALUES ('topic', 'topic', '内容'), ('when', 'time', '時期'),
    ('with', 'audience', '対象者'), ('how', 'way', '方法')) w
WHERE c.live AND CASE w.column1 WHEN 'topic' THEN blank(c.topic) WHEN 'when' THEN blank(c."when")
    WHEN 'with' THEN blank(c."with") ELSE blank(c.how) END
