---
code: SUP-04
clause: "A.5.23"
severity: warning
profile: operating
title:
  en: "Cloud service without way out"
  ja: "終了計画・責任分界のないクラウドサービス"
message:
  en: "{id} {name} is a cloud service and has no {what} recorded"
  ja: "{id}「{name}」はクラウドサービスですが、{what_ja}が記録されていません"
help:
  en: "record how you would leave (exit_plan) and who secures what (shared_responsibility)"
  ja: "利用終了の方法（exit_plan）と責任分界（shared_responsibility）を記録してください"
why:
  en: "A.5.23 asks for rules on acquiring, using, managing and leaving cloud services."
  ja: "A.5.23はクラウドサービスの取得、利用、管理及び終了のプロセスを求めています。"
fails: |
  id: SUP-0001
  exit_plan: ~
passes: |
  id: SUP-0001
  exit_plan: Export within 30 days
---
SELECT s.id, title(s.id) AS name, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM supplier s, (VALUES ('exit_plan', 'exit plan', '終了計画'),
    ('shared_responsibility', 'note on shared responsibility', '責任分界')) w
WHERE s.status = 'active' AND s.supplier_type = 'cloud'
  AND CASE w.column1 WHEN 'exit_plan' THEN blank(s.exit_plan) ELSE blank(s.shared_responsibility) END
