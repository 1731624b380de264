---
code: HIS-05
clause: "10.2"
severity: warning
profile: operating
needs_history: part
title:
  en: "Closed in the days before an external audit"
  ja: "外部審査直前の完了"
message:
  en: "in the {days} {days:day|days} up to {id} on {held} these records were closed: {ids}"
  ja: "{id}（{held}）の当日まで {days} 日間に、次の記録が完了とされています: {ids_ja}"
help:
  en: "be ready to show when each was really done; close actions as they are finished"
  ja: "それぞれの実施時期を示せるようにし、処置は終わった時点で完了としてください"
why:
  en: "Auditors ask of a wave of closures just before their visit whether the work was done or the status was set (clause 10.2). Told are corrective actions, or three records and more, with who closed them on which day, in which commit."
  ja: "審査の直前に完了が集中すると、実施したのか状態を変えただけかを問われます（箇条10.2）。是正処置、又は3件以上の記録を、完了とした日、人及びコミットとともに報告します。"
fails: |
  id: CA-0002
  status: verified
  ===
  id: NCR-0002
  status: acting
  ===
  kind: audit
  id: AUD-0901
  status: held
  audit_type: stage1
  criteria: [ISO/IEC 27001]
  departments: [isms]
  planned_on: 2026-06-12
  lead: A. Auditor
  auditors: [A. Auditor]
  held_on: 2026-06-12
  ===
  commit: {day: 2026-06-10, by: PER-0002}
  ===
  id: CA-0002
  status: closed
  ===
  id: NCR-0002
  status: closed
passes: |
  id: CA-0002
  status: verified
  ===
  id: NCR-0002
  status: acting
  ===
  kind: audit
  id: AUD-0901
  status: held
  audit_type: stage1
  criteria: [ISO/IEC 27001]
  departments: [isms]
  planned_on: 2026-06-22
  lead: A. Auditor
  auditors: [A. Auditor]
  held_on: 2026-06-22
  ===
  commit: {day: 2026-06-10, by: PER-0002}
  ===
  id: CA-0002
  status: closed
  ===
  id: NCR-0002
  status: closed
---
WITH c AS (SELECT a.id AS audit, a.held_on, e.*
    FROM audit a JOIN closure e ON e.closed AND e.seq > 0
      AND e.day BETWEEN date_add(a.held_on, '-' || setting('audit_close')) AND a.held_on
      AND e.kind IN ('corrective_action', 'nonconformity', 'audit_finding', 'risk_treatment', 'incident', 'change')
    WHERE a.audit_type NOT IN ('internal', 'supplier') AND a.held_on IS NOT NULL
      AND a.held_on > date_add(asof(), '-' || setting('history_reach')))
SELECT audit AS id, 'held_on' AS field, held_on AS held, count(*) AS n,
    days(date_add(held_on, '-' || setting('audit_close')), held_on) AS days,
    group_concat(id || ' (' || day || ', ' || author(who) || ', ' || substr(commit_id, 1, 7) || ')', ', ') AS ids,
    group_concat(id || '（' || day || '、' || author(who) || '、' || substr(commit_id, 1, 7) || '）', '、') AS ids_ja
FROM c GROUP BY audit HAVING count(*) >= 3 OR max(kind = 'corrective_action')
