---
code: RTP-05
clause: "8.3"
severity: error
profile: starter
title:
  en: "Treatment done without date or evidence"
  ja: "完了日・証拠のない対応"
message:
  en: "{id} is {status} and has no {what} recorded"
  ja: "{id} は状態が「{status}」ですが、{what_ja}が記録されていません"
help:
  en: "record done_on and name the evidence"
  ja: "done_on と証拠を記録してください"
why:
  en: "Clause 8.3 asks to retain the results of the treatment. Stands in for GEN-06 on these fields."
  ja: "箇条8.3はリスク対応の結果の保持を求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: RTP-0001
  evidence: ~
passes: |
  id: RTP-0001
  evidence: [List of keys]
---
SELECT t.id, t.status, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM risk_treatment t, (VALUES ('done_on', 'date of completion', '完了日'),
    ('evidence', 'evidence', '証拠')) w
WHERE t.state_rank >= 3
  AND CASE w.column1 WHEN 'done_on' THEN t.done_on IS NULL ELSE blank(t.evidence) END
