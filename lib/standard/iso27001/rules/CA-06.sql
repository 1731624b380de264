---
code: CA-06
clause: "10.2"
severity: warning
profile: operating
title:
  en: "Effect judged too early"
  ja: "早すぎる有効性のレビュー"
message:
  en: "the effect of {id} was judged on {day}, {n} {n:day|days} after implementation"
  ja: "{id} の有効性のレビューは、処置完了のわずか {n} 日後（{day}）に行われています"
help:
  en: "judge the effect when the action has been in use for at least {least} {least:day|days}"
  ja: "処置の完了から少なくとも {least} 日たってから有効性を確認してください"
why:
  en: "Whether a cause is gone shows only after the work has been done a few times the new way."
  ja: "原因が除かれたかどうかは、新しいやり方で何度か業務を行って初めて分かります。"
fails: |
  id: CA-0002
  implemented_on: 2026-06-01
passes: |
  id: CA-0002
  implemented_on: 2026-05-20
---
SELECT id, 'effectiveness.on' AS field, effectiveness_on AS day,
    days(implemented_on, effectiveness_on) AS n, setting('effect_days') AS least
FROM corrective_action
WHERE days(implemented_on, effectiveness_on) BETWEEN 0 AND setting('effect_days') - 1
