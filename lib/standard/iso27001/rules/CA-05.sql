---
code: CA-05
clause: "10.2"
severity: error
profile: starter
title:
  en: "Closed although not effective"
  ja: "有効でないとされた是正処置の完了"
message:
  en: "{id} was closed on {day} with the result not effective"
  ja: "{id} は「有効でない」との結果のまま {day} に完了とされています"
help:
  en: "go back to the analysis, find another cause and plan another action"
  ja: "原因分析に戻り、別の原因を調べて処置を計画してください"
why:
  en: "When the review says that the action did not work, the cause still stands; clause 10.2 asks to act until it is removed."
  ja: "有効でなかったなら原因は残っています。箇条10.2は原因が除去されるまで処置することを求めています。"
fails: |
  id: CA-0002
  effectiveness: {by: PER-0004, on: 2026-06-05, how: Tests were seen, result: not_effective}
passes: |
  id: CA-0002
  effectiveness: {by: PER-0004, on: 2026-06-05, how: Tests were seen, result: effective}
---
SELECT id, 'effectiveness.result' AS field, closed_on AS day
FROM corrective_action
WHERE status = 'closed' AND effectiveness_result = 'not_effective'
