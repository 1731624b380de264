---
code: RSK-04
clause: "6.1.2"
severity: error
profile: starter
title:
  en: "Risk without what it affects"
  ja: "影響を受ける特性の記録なし"
message:
  en: "{id} does not say whether confidentiality, integrity or availability is at risk"
  ja: "{id} に、機密性・完全性・可用性のどれが損なわれるかが記録されていません"
help:
  en: "record C, I or A in cia"
  ja: "cia に C、I、A のいずれかを記録してください"
why:
  en: "Clause 6.1.2 c) asks for risks of the loss of confidentiality, integrity and availability. Stands in for GEN-06 on this field."
  ja: "箇条6.1.2 c) は機密性、完全性及び可用性の喪失に伴うリスクの特定を求めています。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: RSK-0002
  cia: ~
passes: |
  id: RSK-0002
  cia: [A]
---
SELECT id, 'cia' AS field FROM risk WHERE live AND blank(cia)
