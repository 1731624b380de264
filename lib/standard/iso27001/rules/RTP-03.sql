---
code: RTP-03
clause: "8.3"
severity: error
profile: starter
title:
  en: "Treatment overdue"
  ja: "リスク対応の期限超過"
message:
  en: "{id} was due on {due}, {late} {late:day|days} ago, and is {status}; owner {who}"
  ja: "{id} の期限は {due}（{late} 日前）でしたが、状態は「{status}」です。担当: {who}"
help:
  en: "finish it and record done_on with evidence, or agree a new date with the risk owner"
  ja: "完了して done_on と証拠を記録するか、リスク所有者と新しい期限を決めてください"
why:
  en: "Clause 8.3 asks to carry the plan out. Two weeks of grace make it a warning."
  ja: "箇条8.3は計画の実施を求めています。2週間の猶予の間は警告とします。"
fails: |
  id: RTP-0002
  due: 2026-05-31
passes: |
  id: RTP-0002
  due: 2026-06-30
---
SELECT id, 'due' AS field, due, days(due, asof()) AS late, status, person(owner) AS who,
    CASE WHEN asof() <= date_add(due, setting('treatment_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM risk_treatment
WHERE due < asof() AND status IN ('planned', 'approved', 'in_progress')
