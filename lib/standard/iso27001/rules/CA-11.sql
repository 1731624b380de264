---
code: CA-11
clause: "10.2"
severity: warning
profile: operating
title:
  en: "Effect judged by the owner of the action"
  ja: "担当者自身による有効性のレビュー"
message:
  en: "the effect of {id} was judged by its owner {who}"
  ja: "{id} の有効性のレビューを、その担当である {who}が行っています"
help:
  en: "let somebody without a stake in the action judge it"
  ja: "処置に利害のない人が有効性を確認してください"
why:
  en: "Who answers for an action wants it to have worked; a second pair of eyes is worth more."
  ja: "処置の担当者は有効であってほしいと思うものです。別の目で確かめる方が確実です。"
fails: |
  id: CA-0002
  owner: PER-0004
passes: |
  id: CA-0002
  owner: PER-0001
---
SELECT id, 'effectiveness.by' AS field, person(owner) AS who,
    id AS also_id, 'owner' AS also_field
FROM corrective_action
WHERE effectiveness_by = owner AND effectiveness_by IS NOT implementer
