---
code: NCR-02
clause: "10.2"
severity: error
profile: operating
title:
  en: "Nonconformity not corrected"
  ja: "不適合の修正なし"
message:
  en: "{id} was found on {day}, {n} {n:day|days} ago, and {what}"
  ja: "{id} は {day}（{n} 日前）に発見されましたが、{what_ja}"
help:
  en: "record what was done at once (correction) and what was done about the consequences, if only that there were none"
  ja: "直ちに行った修正と、結果への対処（なければ「なし」）を記録してください"
why:
  en: "Clause 10.2 a) asks to react: correct it and deal with its consequences, before any look at causes. Stands in for GEN-06 on the correction."
  ja: "箇条10.2 a) は、原因を調べる前にまず修正し、起こった結果に対処することを求めています。修正についてはGEN-06に代わって報告します。"
fails: |
  id: NCR-0001
  status: open
  correction: ~
  consequences: ~
passes: |
  id: NCR-0001
  status: open
  correction: ~
  detected_on: 2026-06-20
---
SELECT id, status, detected_on AS day, days(detected_on, asof()) AS n,
    'correction' AS field, 'no correction is recorded' AS what,
    '修正が記録されていません' AS what_ja, 'error' AS level
FROM nonconformity
WHERE blank(correction_what)
  AND (state_rank >= 1 OR days(detected_on, asof()) > setting('correction_days') + 0)
UNION ALL
SELECT id, status, detected_on, days(detected_on, asof()), 'consequences',
    'nothing is recorded on its consequences',
    '結果への対処が記録されていません', 'warning'
FROM nonconformity
WHERE NOT blank(correction_what) AND blank(consequences)
  AND days(detected_on, asof()) > setting('correction_days') + 0
