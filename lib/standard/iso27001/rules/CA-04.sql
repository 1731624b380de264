---
code: CA-04
clause: "10.2"
severity: error
profile: starter
title:
  en: "Effect judged by the implementer"
  ja: "実施者自身による有効性のレビュー"
message:
  en: "the effect of {id} was judged by {who}, who also carried the action out"
  ja: "{id} の有効性のレビューを、処置の実施者である {who}自身が行っています"
help:
  en: "let somebody else judge the effect and record it"
  ja: "実施者以外の人が有効性を確認し、記録してください"
why:
  en: "Clause 10.2 d) asks for a review of the effect; nobody sees the gaps of the own work well."
  ja: "箇条10.2 d) は処置の有効性のレビューを求めています。自分の仕事の抜けは自分では見えにくいものです。"
fails: |
  id: CA-0002
  implementer: PER-0004
passes: |
  id: CA-0002
  implementer: PER-0001
---
SELECT id, 'effectiveness.by' AS field, id AS also_id,
    'implementer' AS also_field, person(implementer) AS who
FROM corrective_action WHERE effectiveness_by = implementer
