---
code: DOC-09
clause: "A.5.12"
severity: warning
profile: operating
title:
  en: "Document without classification"
  ja: "機密区分のない文書"
message:
  en: "{id} has no classification recorded"
  ja: "{id} に機密区分が記録されていません"
help:
  en: "record public, internal, confidential or restricted"
  ja: "public、internal、confidential、restricted のいずれかを記録してください"
why:
  en: "Without a class nobody knows who may read it (A.5.12). Stands in for GEN-06 on this field."
  ja: "区分がなければ、誰が読んでよいか分かりません（A.5.12）。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: DOC-0002
  classification: ~
passes: |
  id: DOC-0002
  classification: public
---
SELECT id, 'classification' AS field FROM document WHERE live AND classification IS NULL
