---
code: AUD-11
clause: "9.2.2"
severity: warning
profile: operating
title:
  en: "Audit reported late"
  ja: "監査報告の遅れ"
message:
  en: "{id} was held on {held} and reported on {day}, {n} {n:day|days} later"
  ja: "{id} は {held} に実施され、報告は {n} 日後の {day} です"
help:
  en: "report within {most} {most:day|days} of the audit"
  ja: "監査から {most} 日以内に報告してください"
why:
  en: "Findings that reach management late are corrected late (clause 9.2.2 c)."
  ja: "管理層への報告が遅れれば、是正も遅れます（箇条9.2.2 c）。"
fails: |
  id: AUD-0002
  reported_on: 2026-05-20
passes: |
  id: AUD-0002
  reported_on: 2026-03-30
---
SELECT id, 'reported_on' AS field, held_on AS held, coalesce(reported_on, asof()) AS day,
    days(held_on, coalesce(reported_on, asof())) AS n, setting('report_days') AS most
FROM audit
WHERE audit_type = 'internal' AND status IN ('held', 'reported')
  AND days(held_on, coalesce(reported_on, asof())) > setting('report_days') + 0
