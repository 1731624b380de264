---
code: POL-02
clause: "5.2"
severity: error
profile: operating
title:
  en: "Policy approved by somebody else"
  ja: "方針の承認者が異なる"
message:
  en: "{id} was approved by {who}, who is not top management"
  ja: "{id} の承認者 {who} はトップマネジメントではありません"
help:
  en: "have top management approve it"
  ja: "トップマネジメントの承認を受けてください"
why:
  en: "Only top management can promise what the policy promises."
  ja: "方針の約束はトップマネジメントにしかできません。"
fails: |
  id: PRO-0001
  approved_by: PER-0002
passes: |
  id: PRO-0001
  approved_by: PER-0001
---
SELECT id, 'approved_by' AS field, person(approved_by) AS who FROM procedure
WHERE level = 'policy' AND status = 'in_force' AND approved_by <> top()
