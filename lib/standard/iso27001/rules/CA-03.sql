---
code: CA-03
clause: "10.2"
severity: error
profile: starter
title:
  en: "Corrective action without cause, evidence or effect"
  ja: "是正処置の原因・証拠・有効性の記録なし"
message:
  en: "{id} is {status} and has no {what} recorded"
  ja: "{id} は状態が「{status}」ですが、{what_ja}が記録されていません"
help:
  en: "record the root cause, the day of implementation with evidence, and the effectiveness review before moving on"
  ja: "根本原因、処置完了日と証拠、有効性のレビューを記録してから次の状態に進めてください"
why:
  en: "An action closed without a cause treats the symptom, and one without a look at its effect proves nothing; clause 10.2 b) and d) ask for both, f) and g) for the evidence. The cause is needed from analysed on, date and evidence from implemented on, the review from verified on. Stands in for GEN-06 on these fields."
  ja: "原因のない処置は症状への対処にすぎず、有効性を見ない処置は何も証明しません。箇条10.2 b) 及び d) が両方を、f) 及び g) が証拠を求めています。原因は「原因分析済み」から、日付と証拠は「処置完了」から、レビューは「有効性確認済み」から必要です。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: CA-0002
  root_cause: ~
passes: |
  id: CA-0002
  root_cause: The plan stood in one private calendar
---
SELECT c.id, c.status, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM corrective_action c, (VALUES ('root_cause', 'root cause', '根本原因', 1),
    ('implemented_on', 'date of implementation', '処置完了日', 3),
    ('evidence', 'evidence', '証拠', 3),
    ('effectiveness', 'effectiveness review', '有効性のレビュー', 4)) w
WHERE c.state_rank >= w.column4
  AND CASE w.column1 WHEN 'root_cause' THEN blank(c.root_cause)
      WHEN 'implemented_on' THEN c.implemented_on IS NULL
      WHEN 'evidence' THEN blank(c.evidence)
      ELSE c.effectiveness_result IS NULL AND c.effectiveness_on IS NULL
          AND c.effectiveness_by IS NULL END
