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
  en: "Clause 5.2 asks top management to establish an information security policy. Its translation does not stand in for it: the text that was approved has to be in force itself."
  ja: "箇条5.2はトップマネジメントによる情報セキュリティ方針の確立を求めています。翻訳版は代わりになりません。承認された原文そのものが有効であることが必要です。"
fails: |
  id: DOC-0001
  status: draft
passes: |
  id: DOC-0001
  status: in_force
---
SELECT (SELECT min(id) FROM document WHERE level = 'top' AND live AND translation_of IS NULL) AS id,
    'status' AS field, CASE WHEN t.id IS NULL THEN 'no top policy is in force'
      ELSE 'of the top policy only a translation, ' || t.id || ', is in force' END AS what,
    CASE WHEN t.id IS NULL THEN '有効な情報セキュリティ基本方針がありません'
      ELSE '情報セキュリティ基本方針は翻訳版 ' || t.id || ' だけが有効です' END AS what_ja
FROM (SELECT min(id) AS id FROM document
    WHERE status = 'in_force' AND doc_type = 'policy' AND level = 'top') t
WHERE NOT EXISTS (SELECT 1 FROM document WHERE status = 'in_force' AND doc_type = 'policy'
    AND level = 'top' AND translation_of IS NULL)
UNION ALL
SELECT d.id, 'level', d.id || ' and ' || e.id || ' are both in force as the top policy',
    d.id || ' と ' || e.id || ' がともに基本方針として有効です'
FROM document d JOIN document e ON e.id = (SELECT min(x.id) FROM document x
    WHERE x.status = 'in_force' AND x.doc_type = 'policy' AND x.level = 'top' AND x.translation_of IS NULL)
WHERE d.id > e.id AND d.status = 'in_force' AND d.doc_type = 'policy' AND d.level = 'top' AND d.translation_of IS NULL
