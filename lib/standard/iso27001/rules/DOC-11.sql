---
code: DOC-11
clause: "7.5.3"
severity: warning
profile: operating
title:
  en: "Document without retention period"
  ja: "保管期間のない文書"
message:
  en: "{id} has no retention period recorded"
  ja: "{id} に保管期間が記録されていません"
help:
  en: "record how long it is kept"
  ja: "保管期間を記録してください"
why:
  en: "Clause 7.5.3 f) asks for retention and disposition. Stands in for GEN-06 on this field."
  ja: "箇条7.5.3 f) は保持及び廃棄を求めています。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: DOC-0002
  retention: ~
passes: |
  id: DOC-0002
  retention: P5Y
---
SELECT id, 'retention' AS field FROM document WHERE live AND blank(retention)
