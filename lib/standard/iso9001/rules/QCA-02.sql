---
code: QCA-02
clause: "10.2"
severity: error
profile: starter
waivable: false
title:
  en: "Corrective action overdue"
  ja: "是正処置の期限超過"
message:
  en: "{id} was due on {due}, {late} {late:day|days} ago, and is not done; owner {who}"
  ja: "{id} の期限は {due}（{late} 日前）でしたが、実施されていません。担当: {who}"
help:
  en: "carry it out and record done_on with evidence"
  ja: "実施し、done_on と証拠を記録してください"
why:
  en: "An action past its date is the plainest sign that the system does not run."
  ja: "期限を過ぎた処置は、仕組みが動いていないことの最も明らかな兆候です。"
fails: |
  id: QCA-0002
  due: 2026-05-31
passes: |
  id: QCA-0002
  due: 2026-06-30
---
SELECT id, 'due' AS field, due, days(due, asof()) AS late, person(owner) AS who
FROM quality_action WHERE status = 'planned' AND due < asof()
