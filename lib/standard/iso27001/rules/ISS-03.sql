---
code: ISS-03
clause: "4.1"
severity: warning
profile: operating
title:
  en: "Issue not reviewed this year"
  ja: "課題の未見直し"
message:
  en: "{id} was last looked at on {day}; the review of {period} was due by {due}"
  ja: "{id} の最後の見直しは {day} です。{period} の見直しは {due} までに必要でした"
help:
  en: "look whether the issue still holds and record reviewed"
  ja: "課題が今も当てはまるか確認し、reviewed を記録してください"
why:
  en: "Issues change; once in the ISMS year they are looked at (clauses 4.1, 9.3.2 b)."
  ja: "課題は変化します。ISMS年度に一度は見直します（箇条4.1、9.3.2 b）。"
fails: |
  id: ISS-0001
  reviewed: 2025-09-20
  created: 2025-09-20
passes: |
  id: ISS-0001
  reviewed: 2025-11-20
---
SELECT id, CASE WHEN reviewed IS NULL THEN 'created' ELSE 'reviewed' END AS field,
    coalesce(reviewed, created) AS day, period(asof()) AS period,
    date_add(period_first(period(asof())), setting('context_by')) AS due
FROM issue
WHERE live AND coalesce(reviewed, created) < period_first(period(asof()))
  AND asof() > date_add(period_first(period(asof())), setting('context_by'))
