---
code: CAL-02
clause: "6.1.3"
severity: warning
profile: operating
title:
  en: "Yearly look at the Statement of Applicability due"
  ja: "適用宣言書の年次見直し時期"
message:
  en: "{id} was last approved or reviewed on {last}; the look of {period} was due by {due}"
  ja: "{id} の最後の承認又は見直しは {last} です。{period} の見直しは {due} までに必要でした"
help:
  en: "compare it with the new risk results, and approve it anew or record reviewed"
  ja: "新しいリスクアセスメントの結果と照らし、改めて承認するか reviewed を記録してください"
why:
  en: "Controls follow from risks, and risks are assessed each year (clauses 6.1.3, 8.3). After a month of grace CAL-03 reports it as an error. The other works of the year have rules of their own."
  ja: "管理策はリスクから決まり、リスクは毎年評価されます（箇条6.1.3、8.3）。1か月の猶予の後はCAL-03がエラーとして報告します。年間のその他の作業には専用の規則があります。"
fails: |
  id: SOA-0001
  approved_on: 2025-09-20
  ===
  asof: 2026-01-20
passes: |
  id: SOA-0001
  approved_on: 2025-12-20
  ===
  asof: 2026-01-20
---
WITH d AS (SELECT s.id, max(coalesce(s.reviewed, s.approved_on), coalesce(s.approved_on, s.reviewed)) AS last,
      date_add(date_add(period_first(period(asof())), 'P' || c.month || 'M'), '-P1D') AS due, c.grace
    FROM statement_of_applicability s, calendar c WHERE s.live AND c.id = 'treatment_plan')
SELECT id, CASE WHEN last = (SELECT reviewed FROM statement_of_applicability x WHERE x.id = d.id)
      THEN 'reviewed' ELSE 'approved_on' END AS field, last, due, period(asof()) AS period
FROM d
WHERE last < period_first(period(asof())) AND due < asof() AND asof() <= date_add(due, grace)
