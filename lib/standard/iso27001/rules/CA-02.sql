---
code: CA-02
clause: "10.2"
severity: error
profile: starter
waivable: false
title:
  en: "Corrective action overdue"
  ja: "是正処置の期限超過"
message:
  en: "{id} was due on {due}, {late} {late:day|days} ago, and is not implemented; owner {who}, implementer {doer}"
  ja: "{id} の期限は {due}（{late} 日前）でしたが、処置が完了していません。担当: {who}、実施者: {doer}"
help:
  en: "carry it out and record implemented_on with evidence, or agree a new due date with a recorded reason and approver before the old one passes"
  ja: "処置を実施して implemented_on と証拠を記録するか、期限が来る前に理由と承認者を記録して期限を改めてください"
why:
  en: "Clause 10.2 asks that action is taken without undue delay. A corrective action past its date is the plainest sign that the ISMS does not run; it fails the check from the first day, has no grace and cannot be waived. One that is reopened is overdue again until it has a new date."
  ja: "箇条10.2は遅滞なく処置をとることを求めています。期限を過ぎた是正処置はISMSが動いていないことの最も明らかな兆候です。超過の初日から不合格とし、猶予はなく、適用免除もできません。再開した是正処置は、新しい期限を定めるまで期限超過とします。"
fails: |
  id: CA-0001
  due: 2026-05-31
passes: |
  id: CA-0001
  due: 2026-06-30
---
SELECT id, 'due' AS field, due, days(due, asof()) AS late,
    person(owner) AS who, person(implementer) AS doer
FROM corrective_action
WHERE due < asof() AND status IN ('open', 'analysed', 'planned', 'reopened')
