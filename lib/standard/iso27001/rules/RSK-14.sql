---
code: RSK-14
clause: "6.1.3"
severity: error
profile: starter
title:
  en: "Acceptance expired"
  ja: "リスク受容の期限切れ"
message:
  en: "the acceptance of {id} ({risk_level}) expired on {due}, {late} {late:day|days} ago; risk owner {who}"
  ja: "{id}（{risk_level}）の受容は {due}（{late} 日前）に期限が切れています。リスク所有者: {who}"
help:
  en: "assess the risk again, and treat it or accept it anew"
  ja: "リスクを再評価し、対応するか、改めて受容してください"
why:
  en: "An acceptance with an end is a promise to look again (clause 6.1.3 f)."
  ja: "期限付きの受容は、再び検討するという約束です（箇条6.1.3 f）。"
fails: |
  id: RSK-0001
  acceptance: {by: PER-0003, on: 2026-03-02, reason: Security keys make it rare, expires: 2026-05-31, top_by: PER-0001}
passes: |
  id: RSK-0001
  acceptance: {by: PER-0003, on: 2026-03-02, reason: Security keys make it rare, expires: 2026-07-31, top_by: PER-0001}
---
SELECT id, 'acceptance.expires' AS field, acceptance_expires AS due,
    days(acceptance_expires, asof()) AS late, person(owner) AS who,
    word('manual.level_' || coalesce(residual_level, level), coalesce(residual_level, level)) AS risk_level
FROM risk WHERE status = 'accepted' AND acceptance_expires < asof()
