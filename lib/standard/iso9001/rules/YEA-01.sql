---
code: YEA-01
clause: "9.3"
severity: error
profile: operating
title:
  en: "Yearly work missing"
  ja: "年次作業の未実施"
message:
  en: "{title} was due by {due}, and none is recorded since {first}"
  ja: "{title_ja}の期限は {due} ですが、{first} 以降の記録がありません"
help:
  en: "hold it and record it with held_on"
  ja: "実施し、held_on とともに記録してください"
why:
  en: "What is planned once a year and not held is a year without a look from outside."
  ja: "年に一度の機会を逃すと、外からの目が一年入りません。"
fails: |
  remove: [REV-0002]
  ===
  asof: 2026-09-15
passes: |
  asof: 2026-06-30
---
SELECT NULL AS id, c.title, c.title_ja, p.first, date_add(date_add(p.first, 'P' || c.month || 'M'), '-P1D') AS due
FROM calendar c JOIN period_list p ON p.unit = 'year' AND p.name = period(asof())
WHERE c.style = 'slot' AND date_add(date_add(p.first, 'P' || c.month || 'M'), c.grace) < asof()
  AND NOT EXISTS (SELECT 1 FROM review r WHERE r.held_on >= p.first
    AND r.form = CASE c.id WHEN 'audit' THEN 'internal_audit' ELSE 'management_review' END)
