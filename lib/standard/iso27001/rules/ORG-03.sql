---
code: ORG-03
clause: "4.3"
severity: error
profile: starter
title:
  en: "Scope not approved by top management"
  ja: "トップマネジメントによる適用範囲の承認なし"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "let top management approve the scope and record approved_by and approved_on"
  ja: "トップマネジメントが適用範囲を承認し、approved_by と approved_on を記録してください"
why:
  en: "The scope decides what the certificate says; top management answers for it (clauses 4.3, 5.1); who follows in that post approves it anew. Stands in for GEN-06 on the approval."
  ja: "適用範囲は登録証の内容を決めるものであり、トップマネジメントが責任を負います（箇条4.3、5.1）。交代したときは後任が改めて承認します。承認についてはGEN-06に代わって報告します。"
fails: |
  id: ORG-0001
  approved_by: PER-0002
passes: |
  id: ORG-0001
  approved_by: PER-0001
---
SELECT id, CASE WHEN status = 'draft' THEN 'status' WHEN approved_by IS NULL OR approved_by IS NOT top_management
    THEN 'approved_by' ELSE 'approved_on' END AS field,
    CASE WHEN status = 'draft' THEN 'is a draft' WHEN approved_by IS NULL THEN 'has no approver recorded'
      WHEN approved_on IS NULL THEN 'has no approval date recorded'
      ELSE 'was approved by ' || person(approved_by) || ' and not by ' || person(top_management) END AS what,
    CASE WHEN status = 'draft' THEN 'は作成中です' WHEN approved_by IS NULL THEN 'に承認者が記録されていません'
      WHEN approved_on IS NULL THEN 'に承認日が記録されていません'
      ELSE 'の承認者は ' || person(approved_by) || 'で、トップマネジメント ' || person(top_management)
        || ' ではありません' END AS what_ja
FROM organisation
WHERE live AND top_management IS NOT NULL
  AND (status = 'draft' OR approved_by IS NOT top_management OR approved_on IS NULL)
