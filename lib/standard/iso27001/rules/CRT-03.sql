---
code: CRT-03
clause: "10.2"
severity: error
profile: operating
title:
  en: "External nonconformity still open at the next audit"
  ja: "前回審査の不適合の未完了"
message:
  en: "{id} ({finding_type}, raised on {day}) is not closed, and {next} was held on {held}"
  ja: "{id}（{finding_type}、{day} 指摘）の是正が完了しないまま、{held} に {next} が実施されています"
help:
  en: "close the nonconformity with the certification body"
  ja: "認証機関との間で不適合を完了させてください"
why:
  en: "An external nonconformity left open until the next visit becomes a larger one."
  ja: "次の審査まで残った外部の不適合は、より重大な指摘になります。"
fails: |
  kind: audit
  id: AUD-0003
  title: Surveillance
  audit_type: surveillance
  planned_on: 2025-11-20
  held_on: 2025-11-20
  status: held
  lead: Example Certification
  auditors: [Example Certification]
  criteria: [ISO/IEC 27001]
  departments: [all]
  ===
  kind: audit
  id: AUD-0004
  title: Surveillance
  audit_type: surveillance
  planned_on: 2026-06-10
  held_on: 2026-06-10
  status: held
  lead: Example Certification
  auditors: [Example Certification]
  criteria: [ISO/IEC 27001]
  departments: [all]
  ===
  id: FND-0001
  audit: AUD-0003
  raised_on: 2025-11-20
  raised_by: Example Certification
passes: |
  id: FND-0001
  audit: AUD-0001
---
SELECT f.id, 'ncr' AS field, f.finding_type, f.raised_on AS day, b.id AS next, b.held_on AS held,
    n.id AS also_id, 'status' AS also_field
FROM audit_finding f JOIN audit a ON a.id = f.audit
    AND a.audit_type IN ('stage1', 'stage2', 'surveillance', 'recertification')
JOIN audit b ON b.audit_type IN ('stage2', 'surveillance', 'recertification')
    AND b.held_on = (SELECT min(x.held_on) FROM audit x
      WHERE x.audit_type IN ('stage2', 'surveillance', 'recertification') AND x.held_on > a.held_on)
LEFT JOIN nonconformity n ON n.id = f.ncr
WHERE f.finding_type IN ('major', 'minor') AND f.status <> 'rejected'
  AND CASE WHEN n.id IS NULL THEN f.status <> 'closed' ELSE NOT n.ended END
