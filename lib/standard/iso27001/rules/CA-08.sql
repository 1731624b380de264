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
  ja: "{id} は {day} の {before} と同じ基準（{criterion}）、同じ部門の不適合です。{action} は有効と確認されていました"
help:
  en: "reopen {action} or find the cause that it did not remove"
  ja: "{action} を再開するか、除去できなかった原因を調べてください"
why:
  en: "A nonconformity that comes back within twelve months shows that the earlier action did not remove its cause (clause 10.2 d)."
  ja: "12か月以内の再発は、先の処置が原因を除去していなかったことを示します（箇条10.2 d）。"
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
WITH e AS MATERIALIZED (SELECT n.id, n.criterion, n.department, n.detected_on AS day,
      date_add(n.detected_on, setting('repeat_months')) AS until,
      max(c.id) AS action, max(c.implemented_on) AS done
    FROM corrective_action c JOIN nonconformity n ON n.id = c.ncr
    WHERE c.status IN ('verified', 'closed') GROUP BY n.id)
SELECT n.id, 'criterion' AS field, n.criterion, e.id AS before, e.day,
    e.action, e.action AS also_id, 'effectiveness.result' AS also_field
FROM nonconformity n JOIN e ON e.criterion = n.criterion AND e.department = n.department
WHERE e.day < n.detected_on AND n.detected_on <= e.until AND e.done < n.detected_on
  AND e.id <> n.id
