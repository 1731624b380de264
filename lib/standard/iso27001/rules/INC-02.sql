---
code: INC-02
clause: "A.5.27"
severity: error
profile: operating
title:
  en: "Incident closed without lessons"
  ja: "教訓の記録がないインシデントの完了"
message:
  en: "{id} is {status} and has no {what} recorded"
  ja: "{id} は状態が「{status}」ですが、{what_ja}が記録されていません"
help:
  en: "record containment, cause and lessons"
  ja: "封じ込め日、原因及び教訓を記録してください"
why:
  en: "A.5.27 asks to learn from incidents. Stands in for GEN-06 on these fields."
  ja: "A.5.27はインシデントからの学習を求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: INC-0001
  cause: ~
passes: |
  id: INC-0001
  cause: Address list of a fair
---
SELECT i.id, i.status, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM incident i, (VALUES ('contained_on', 'day of containment', '封じ込め日', 2),
    ('cause', 'cause', '原因', 4), ('lessons', 'lessons', '教訓', 4)) w
WHERE i.state_rank >= w.column4 AND CASE w.column1 WHEN 'contained_on' THEN i.contained_on IS NULL
    WHEN 'cause' THEN blank(i.cause) ELSE blank(i.lessons) END
