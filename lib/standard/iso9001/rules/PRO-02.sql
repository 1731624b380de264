---
code: PRO-02
clause: "7.5"
severity: error
profile: starter
title:
  en: "Review of a procedure overdue"
  ja: "手順の見直しの期限超過"
message:
  en: "{id} was due for review on {due}, {late} {late:day|days} ago"
  ja: "{id} の見直し期限は {due}（{late} 日前）でした"
help:
  en: "look at it and record reviewed"
  ja: "内容を見直し、reviewed を記録してください"
why:
  en: "A procedure nobody looks at describes how it used to be done."
  ja: "見直されない手順は、昔のやり方を述べるだけになります。"
fails: |
  id: PRO-0002
  approved_on: 2024-10-01
  reviewed: 2025-01-10
passes: |
  id: PRO-0002
  approved_on: 2024-10-01
  reviewed: 2026-01-10
---
WITH d AS (SELECT id, CASE WHEN reviewed > approved_on THEN 'reviewed' ELSE 'approved_on' END AS field,
    date_add(max(coalesce(reviewed, ''), approved_on), review_every) AS due
  FROM procedure WHERE status = 'in_force')
SELECT id, field, due, days(due, asof()) AS late,
    CASE WHEN date_add(due, setting('review_grace')) >= asof() THEN 'warning' END AS level
FROM d WHERE due < asof()
