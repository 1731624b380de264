---
code: NCR-05
clause: "10.2"
severity: error
profile: starter
title:
  en: "Nonconformity closed too early"
  ja: "時期尚早な不適合の完了"
message:
  en: "{id} is closed, {what}"
  ja: "{id} は完了とされていますが、{what_ja}"
help:
  en: "close it when every action is closed, by somebody who did not carry one out"
  ja: "全ての是正処置が完了してから、処置の実施者以外の人が完了を承認してください"
why:
  en: "A nonconformity ends with its actions, and who did the work does not sign it off."
  ja: "不適合はその処置とともに終わります。実施者が自ら完了を承認することはできません。"
fails: |
  id: NCR-0001
  status: closed
  closed_by: PER-0002
  closed_on: 2026-06-10
passes: |
  id: NCR-0001
  status: acting
---
SELECT n.id, 'status' AS field, c.id AS also_id, 'status' AS also_field,
    'while ' || c.id || ' is ' || label_of('corrective_action', 'status', c.status) AS what,
    c.id || ' は「' || label_of('corrective_action', 'status', c.status) || '」のままです' AS what_ja
FROM nonconformity n JOIN corrective_action c ON c.ncr = n.id
    OR c.id IN (SELECT x.value FROM nonconformity_actions x WHERE x.id = n.id)
WHERE n.status = 'closed' AND NOT c.ended
UNION ALL
SELECT n.id, 'closed_by', c.id, 'implementer',
    'by ' || person(c.implementer) || ', who implemented ' || c.id,
    '承認者 ' || person(c.implementer) || 'は ' || c.id || ' の実施者です'
FROM nonconformity n JOIN corrective_action c ON c.ncr = n.id
    OR c.id IN (SELECT x.value FROM nonconformity_actions x WHERE x.id = n.id)
WHERE n.status = 'closed' AND n.closed_by = c.implementer
