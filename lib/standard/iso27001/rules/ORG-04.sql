---
code: ORG-04
clause: "4.3"
severity: warning
profile: operating
title:
  en: "Scope not looked at for a year"
  ja: "適用範囲の見直しなし"
message:
  en: "{id} was last looked at on {day}, {n} {n:day|days} ago"
  ja: "{id} の最後の見直しは {day}（{n} 日前）です"
help:
  en: "look whether sites, departments, services and interfaces still hold, and record reviewed"
  ja: "事業所、部門、サービス及びインタフェースが今も正しいか確認し、reviewed を記録してください"
why:
  en: "A scope that nobody looks at leaves out the new office (clause 4.3)."
  ja: "見直されない適用範囲は新しい拠点を見落とします（箇条4.3）。"
fails: |
  id: ORG-0001
  created: 2025-10-01
  reviewed: 2025-10-05
  approved_on: 2025-10-05
  ===
  asof: 2026-10-10
passes: |
  id: ORG-0001
  created: 2025-10-01
  reviewed: 2025-10-15
  approved_on: 2025-10-05
  ===
  asof: 2026-10-10
---
SELECT id, CASE WHEN reviewed IS NULL THEN 'approved_on' ELSE 'reviewed' END AS field,
    max(coalesce(reviewed, approved_on, created), coalesce(approved_on, reviewed, created)) AS day,
    days(max(coalesce(reviewed, approved_on, created),
      coalesce(approved_on, reviewed, created)), asof()) AS n
FROM organisation
WHERE live AND date_add(max(coalesce(reviewed, approved_on, created),
      coalesce(approved_on, reviewed, created)), setting('scope_every')) < asof()
