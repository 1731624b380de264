---
code: CAL-03
clause: "6.1.3"
severity: error
profile: operating
title:
  en: "Yearly look at the Statement of Applicability missed"
  ja: "適用宣言書の年次見直しの欠落"
message:
  en: "{id} was last approved or reviewed on {last}; the look of {period} was due by {due}, {late} days ago"
  ja: "{id} の最後の承認又は見直しは {last} です。{period} の見直しは {due}（{late} 日前）までに必要でした"
help:
  en: "compare it with the new risk results, and approve it anew or record reviewed"
  ja: "新しいリスクアセスメントの結果と照らし、改めて承認するか reviewed を記録してください"
why:
  en: "Controls follow from risks, and risks are assessed each year (clauses 6.1.3, 8.3). The month is that of calendar.yaml."
  ja: "管理策はリスクから決まり、リスクは毎年評価されます（箇条6.1.3、8.3）。時期は calendar.yaml によります。"
fails: |
  id: SOA-0001
  approved_on: 2025-09-20
passes: |
  id: SOA-0001
  approved_on: 2025-12-20
---
WITH d AS (SELECT s.id, max(coalesce(s.reviewed, s.approved_on), coalesce(s.approved_on, s.reviewed)) AS last,
      date_add(date_add(period_first(period(asof())), 'P' || c.month || 'M'), '-P1D') AS due, c.grace
    FROM statement_of_applicability s, calendar c WHERE s.live AND c.id = 'treatment_plan')
SELECT id, CASE WHEN last = (SELECT reviewed FROM statement_of_applicability x WHERE x.id = d.id)
      THEN 'reviewed' ELSE 'approved_on' END AS field, last, due, period(asof()) AS period,
    days(due, asof()) AS late
FROM d
WHERE last < period_first(period(asof())) AND asof() > date_add(due, grace)
