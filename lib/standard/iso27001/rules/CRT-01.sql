---
code: CRT-01
clause: "9.2.1"
severity: error
profile: operating
title:
  en: "External audit without what comes first"
  ja: "審査前の内部監査・レビューの欠落"
message:
  en: "{what} before {id} ({day})"
  ja: "{id}（{day}）の前{what_ja}"
help:
  en: "hold it before the external audit and record it"
  ja: "審査の前に実施し、記録してください"
why:
  en: "Certification bodies expect an internal audit and a management review within the twelve months before they come. Judged for audits planned within ninety days or held within ninety days; before an audit that is still to come, what is planned in time is enough. Where APG-03 or MRV-01 reports the same lack as an error, that is enough."
  ja: "認証機関は、審査前12か月以内の内部監査とマネジメントレビューを求めます。前後90日以内の審査について判定し、これからの審査では、それまでに実施する予定があれば足ります。同じ欠落をAPG-03又はMRV-01がエラーとして報告するときは、そちらだけを示します。"
fails: |
  kind: audit
  id: AUD-0003
  title: Stage 1
  audit_type: stage1
  planned_on: 2026-07-20
  lead: Example Certification
  auditors: [Example Certification]
  criteria: [ISO/IEC 27001]
  departments: [all]
  status: planned
  ===
  id: MRV-0001
  status: planned
  held_on: ~
  attendees: ~
  inputs: ~
  conclusions: ~
  decisions: ~
  approved_by: ~
  approved_on: ~
passes: |
  kind: audit
  id: AUD-0003
  title: Stage 1
  audit_type: stage1
  planned_on: 2026-07-20
  lead: Example Certification
  auditors: [Example Certification]
  criteria: [ISO/IEC 27001]
  departments: [all]
  status: planned
---
WITH a AS (SELECT id, coalesce(held_on, planned_on) AS day,
      CASE WHEN held_on IS NULL THEN 'planned_on' ELSE 'held_on' END AS field
    FROM audit WHERE audit_type IN ('stage1', 'stage2', 'surveillance', 'recertification')
      AND status IN ('planned', 'held', 'reported')
      AND abs(days(coalesce(held_on, planned_on), asof())) <= 0 + setting('audit_near_days'))
SELECT a.id, a.field, a.day, 'no internal audit was reported within ' || span(setting('certification_limit')) AS what,
    span(setting('certification_limit')) || '以内に報告された内部監査がありません' AS what_ja, 'APG-03' AS same_as
FROM a WHERE NOT EXISTS (SELECT 1 FROM audit i WHERE i.audit_type = 'internal'
    AND (i.reported_on BETWEEN date_add(a.day, '-' || setting('certification_limit')) AND a.day
      OR a.day >= asof() AND i.reported_on IS NULL AND (i.status = 'planned' AND i.planned_on >= asof()
        AND i.planned_on <= a.day OR i.status = 'held'
        AND i.held_on >= date_add(a.day, '-' || setting('certification_limit')))))
UNION ALL
SELECT a.id, a.field, a.day, 'no management review was held within ' || span(setting('certification_limit')),
    span(setting('certification_limit')) || '以内に実施されたマネジメントレビューがありません', 'MRV-01'
FROM a WHERE NOT EXISTS (SELECT 1 FROM management_review m WHERE m.state_rank >= 1
    AND m.held_on BETWEEN date_add(a.day, '-' || setting('certification_limit')) AND a.day
    OR m.status = 'planned' AND m.planned_on BETWEEN asof() AND a.day)
