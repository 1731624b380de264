---
code: NCR-04
clause: "10.2"
severity: error
profile: starter
title:
  en: "No corrective action though one is needed"
  ja: "必要とされた是正処置がない"
message:
  en: "{id} says that corrective action is needed, and none is recorded"
  ja: "{id} では是正処置が必要とされていますが、是正処置が記録されていません"
help:
  en: "create a corrective action that names {id}"
  ja: "{id} を ncr に持つ是正処置を作成してください"
why:
  en: "Clause 10.2 c) asks to carry out the action that was found needed."
  ja: "箇条10.2 c) は、必要とした処置を実施することを求めています。"
fails: |
  id: NCR-0001
  actions: ~
  ===
  remove: [CA-0001]
passes: |
  id: NCR-0001
  actions: ~
---
SELECT n.id, 'action_needed.needed' AS field
FROM nonconformity n
WHERE n.action_needed_needed = 1
  AND n.id NOT IN (SELECT c.ncr FROM corrective_action c
      WHERE c.ncr IS NOT NULL AND c.status <> 'cancelled')
  AND n.id NOT IN (SELECT a.id FROM nonconformity_actions a JOIN corrective_action c
      ON c.id = a.value WHERE c.status <> 'cancelled')
