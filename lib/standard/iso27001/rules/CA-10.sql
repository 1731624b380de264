---
code: CA-10
clause: "10.2"
severity: warning
profile: operating
title:
  en: "Effect not judged"
  ja: "有効性のレビューの未実施"
message:
  en: "{id} was implemented on {day}, {n} {n:day|days} ago, and its effect is not judged; owner {who}"
  ja: "{id} は {day}（{n} 日前）に処置が完了しましたが、有効性のレビューが行われていません。担当: {who}"
help:
  en: "let somebody other than the implementer judge the effect and record effectiveness"
  ja: "実施者以外の人が有効性を確認し、effectiveness に記録してください"
why:
  en: "Clause 10.2 d) asks for a review of the effect of each action."
  ja: "箇条10.2 d) は全ての処置について有効性のレビューを求めています。"
fails: |
  id: CA-0001
  status: implemented
  implementer: PER-0002
  due: 2025-11-30
  implemented_on: 2025-11-20
  evidence: [Setting of the tool]
  ===
  id: NCR-0001
  detected_on: 2025-10-20
passes: |
  id: CA-0001
  status: implemented
  due: 2026-04-30
  implemented_on: 2026-04-20
  evidence: [Setting of the tool]
---
SELECT id, 'implemented_on' AS field, implemented_on AS day,
    days(implemented_on, asof()) AS n, person(owner) AS who
FROM corrective_action
WHERE status = 'implemented'
  AND days(implemented_on, asof()) > setting('effect_wait_days') + 0
