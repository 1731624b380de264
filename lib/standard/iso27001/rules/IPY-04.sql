---
code: IPY-04
clause: "4.2"
severity: warning
profile: operating
title:
  en: "Interested party not reviewed this year"
  ja: "利害関係者の未見直し"
message:
  en: "{id} was last looked at on {day}; the review of {period} was due by {due}"
  ja: "{id} の最後の見直しは {day} です。{period} の見直しは {due} までに必要でした"
help:
  en: "look whether needs and requirements changed and record reviewed"
  ja: "ニーズや要求事項の変化を確認し、reviewed を記録してください"
why:
  en: "Needs change; the management review asks for it (clauses 4.2, 9.3.2 c)."
  ja: "ニーズは変化し、マネジメントレビューでも問われます（箇条4.2、9.3.2 c）。"
fails: |
  id: IPY-0001
  reviewed: 2025-09-20
  created: 2025-09-20
passes: |
  id: IPY-0001
  reviewed: 2025-11-20
---
SELECT id, CASE WHEN reviewed IS NULL THEN 'created' ELSE 'reviewed' END AS field,
    coalesce(reviewed, created) AS day, period(asof()) AS period,
    date_add(period_first(period(asof())), setting('context_by')) AS due
FROM interested_party
WHERE live AND coalesce(reviewed, created) < period_first(period(asof()))
  AND asof() > date_add(period_first(period(asof())), setting('context_by'))
