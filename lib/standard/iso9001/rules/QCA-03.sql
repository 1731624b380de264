---
code: QCA-03
clause: "10.2"
severity: error
profile: operating
title:
  en: "Action done without evidence or effect"
  ja: "証拠又は効果の記録がない是正処置"
message:
  en: "{id} is {status}, and {what} is not recorded"
  ja: "{id} は「{status}」ですが、{what_ja}が記録されていません"
help:
  en: "record evidence, and before closing the effect"
  ja: "証拠を記録し、完了の前に効果を記録してください"
why:
  en: "An action counts when somebody can see that it was done and worked."
  ja: "処置は、実施と効果を示せて初めて意味をもちます。"
fails: |
  id: QCA-0001
  evidence: ~
passes: |
  id: QCA-0001
  evidence: [PRO-0002]
---
SELECT id, 'status' AS field, status, 'evidence' AS what, '証拠' AS what_ja FROM quality_action
WHERE status <> 'planned' AND coalesce(evidence, '') = ''
UNION ALL
SELECT id, 'status', status, 'the effect', '効果' FROM quality_action WHERE status = 'closed' AND effect IS NULL
