---
code: CA-08
clause: "10.2"
severity: warning
profile: operating
title:
  en: "Same nonconformity again"
  ja: "同じ不適合の再発"
message:
  en: "{id} repeats {before} of {day}: the same criterion {criterion} in the same department, although {action} was found effective"
  ja: "{id} は {day} の {before} と同じ基準（{criterion}）、同じ部門の不適合です。{action} は完了していました"
help:
  en: "reopen {action} or find the cause that it did not remove"
  ja: "{action} を再開するか、除去できなかった原因を調べてください"
why:
  en: "A nonconformity that comes back within {span} shows that the earlier action did not remove its cause (clause 10.2 d)."
  ja: "{span} 以内の再発は、先の処置が原因を除去していなかったことを示します（箇条10.2 d）。"
fails: |
  kind: nonconformity
  id: NCR-0003
  status: open
  origin: self
  criterion: A.8.13
  description: No restore test in June
  evidence: Log
  detected_on: 2026-06-20
  severity: minor
  department: ops
passes: |
  kind: nonconformity
  id: NCR-0003
  status: open
  origin: self
  criterion: A.8.13
  description: No restore test in June
  evidence: Log
  detected_on: 2026-06-20
  severity: minor
  department: sales
---
SELECT n.id, 'criterion' AS field, n.criterion, e.id AS before,
    e.detected_on AS day, c.id AS action, c.id AS also_id,
    'effectiveness.result' AS also_field, '12' AS span
FROM nonconformity n JOIN nonconformity e ON e.id <> n.id
    AND e.criterion = n.criterion AND e.department = n.department
    AND e.detected_on < n.detected_on
    AND n.detected_on <= date_add(e.detected_on, setting('repeat_months'))
JOIN corrective_action c ON c.ncr = e.id AND c.status IN ('verified', 'closed')
    AND c.implemented_on < n.detected_on
WHERE c.id = (SELECT max(x.id) FROM corrective_action x
    WHERE x.ncr = e.id AND x.status IN ('verified', 'closed'))
