---
code: DOC-06
clause: "5.2"
severity: error
profile: starter
title:
  en: "Policy not approved by top management"
  ja: "トップマネジメントによらない方針の承認"
message:
  en: "{id} was approved by {who}; top management is {top}"
  ja: "{id} の承認者は {who}ですが、トップマネジメントは {top}です"
help:
  en: "let top management approve the policy"
  ja: "トップマネジメントが方針を承認してください"
why:
  en: "Clause 5.2 asks top management itself to establish the policy. When somebody else becomes top management, the policy is theirs to approve anew."
  ja: "箇条5.2はトップマネジメント自身による方針の確立を求めています。トップマネジメントが交代したときは、後任が改めて承認します。"
fails: |
  id: DOC-0001
  prepared_by: PER-0003
  approved_by: PER-0002
passes: |
  id: DOC-0001
  approved_by: PER-0001
---
SELECT id, 'approved_by' AS field, person(approved_by) AS who, person(top()) AS top
FROM document
WHERE status IN ('approved', 'in_force') AND doc_type = 'policy' AND level = 'top'
  AND approved_by IS NOT NULL AND top() IS NOT NULL AND approved_by <> top()
