---
code: DOC-12
clause: "7.5.1"
severity: warning
profile: operating
title:
  en: "Control without its written rule"
  ja: "規程のない管理策"
message:
  en: "{id} {name} is applicable and implies something written, and no document in force names it"
  ja: "{id}「{name}」は文書化を前提とする適用管理策ですが、これを対象とする有効な文書がありません"
help:
  en: "name {id} in controls of the document that holds the rule"
  ja: "規則を定めた文書の controls に {id} を示してください"
why:
  en: "The wording of this control asks for a rule, a list or a procedure; which ones is a setting (written_controls)."
  ja: "この管理策の文言は規則、目録又は手順を求めています。対象は設定（written_controls）で変更できます。"
fails: |
  id: DOC-0002
  controls: [A.5.1, A.5.9, A.5.10, A.5.20, A.5.24, A.5.26, A.5.31, A.5.37, A.6.2, A.6.6, A.8.9, A.8.15, A.8.24, A.8.27, A.8.32]
passes: |
  id: DOC-0002
  controls: [A.5.1, A.5.9, A.5.10, A.5.20, A.5.24, A.5.26, A.5.31, A.5.37, A.6.2, A.6.6, A.8.9, A.8.13, A.8.15, A.8.24, A.8.27, A.8.32]
---
SELECT k.id, 'applicable' AS field, title(k.id) AS name
FROM control k
WHERE k.live AND k.applicable = 1 AND has(setting('written_controls'), k.id)
  AND NOT EXISTS (SELECT 1 FROM document d WHERE d.status = 'in_force' AND has(coalesce(d.controls, ''), k.id))
