---
code: DOC-04
clause: "7.5.2"
severity: error
profile: starter
title:
  en: "Review overdue"
  ja: "見直しの期限超過"
message:
  en: "{id} \"{name}\" was due for review on {due}, {late} {late:day|days} ago; owner {who}"
  ja: "{id}「{name}」の見直し期限は {due}（{late} 日前）でした。担当: {who}"
help:
  en: "review it, record reviewed and the next review_due, and give it a new version if the text changes"
  ja: "見直しを行い、reviewed と次回の review_due を記録してください。本文を改めた場合は版も改めてください"
why:
  en: "Clause 7.5.2 c) asks for review of suitability, and A.5.1 for review of policies at planned intervals. A month of grace makes it a warning."
  ja: "箇条7.5.2 c) は適切性のレビューを、A.5.1は定めた間隔での方針群のレビューを求めています。1か月の猶予の間は警告とします。"
fails: |
  id: DOC-0002
  review_due: 2026-05-20
passes: |
  id: DOC-0002
  review_due: 2026-07-20
---
WITH d AS (SELECT id, title, owner, CASE WHEN review_due IS NOT NULL THEN 'review_due'
      WHEN reviewed IS NOT NULL THEN 'reviewed' ELSE 'approved_on' END AS field,
      coalesce(review_due, date_add(max(coalesce(reviewed, ''), coalesce(approved_on, ''), created), review_every)) AS due
    FROM document WHERE status = 'in_force'
    UNION ALL
    SELECT id, title, owner, CASE WHEN review_due IS NOT NULL THEN 'review_due'
      WHEN reviewed IS NOT NULL THEN 'reviewed' ELSE 'approved_on' END,
      coalesce(review_due, date_add(max(coalesce(reviewed, ''), coalesce(approved_on, ''), created), review_every))
    FROM continuity_plan WHERE status = 'in_force')
SELECT id, field, title(id) AS name, due, days(due, asof()) AS late, person(owner) AS who,
    CASE WHEN asof() <= date_add(due, setting('review_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM d WHERE due < asof()
