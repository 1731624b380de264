---
code: DOC-01
clause: "5.2"
severity: error
profile: starter
title:
  en: "Not exactly one policy in force"
  ja: "有効な情報セキュリティ基本方針が一つではない"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "keep one document of type policy and level top in force; its translation names it in translation_of"
  ja: "doc_type が policy、level が top の文書を一つだけ有効にし、翻訳版は translation_of で元の文書を示してください"
why:
  en: "Clause 5.2 asks top management to establish an information security policy."
  ja: "箇条5.2はトップマネジメントによる情報セキュリティ方針の確立を求めています。"
fails: |
  id: DOC-0001
  status: draft
passes: |
  id: DOC-0001
  status: in_force
---
SELECT (SELECT min(id) FROM document WHERE level = 'top' AND live) AS id, 'status' AS field,
    'no top policy is in force' AS what, '有効な情報セキュリティ基本方針がありません' AS what_ja
WHERE NOT EXISTS (SELECT 1 FROM document
    WHERE status = 'in_force' AND doc_type = 'policy' AND level = 'top')
UNION ALL
SELECT d.id, 'level', d.id || ' and ' || e.id || ' are both in force as the top policy',
    d.id || ' と ' || e.id || ' がともに基本方針として有効です'
FROM document d JOIN document e ON e.id < d.id
WHERE d.status = 'in_force' AND d.doc_type = 'policy' AND d.level = 'top' AND d.translation_of IS NULL
  AND e.status = 'in_force' AND e.doc_type = 'policy' AND e.level = 'top' AND e.translation_of IS NULL
