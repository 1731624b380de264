---
code: ACT-01
clause: "8.1"
severity: error
profile: starter
title:
  en: "Routine work overdue"
  ja: "定期運用の期限超過"
message:
  en: "{id} {name} ({every}) was due on {due}, {late} {late:day|days} ago; last done {last}; owner {who}"
  ja: "{id}「{name}」（{every}）の期限は {due}（{late} 日前）でした。最終実施: {last}、担当: {who}"
help:
  en: "do it, and record the run with its evidence"
  ja: "実施し、証拠とともに記録してください"
why:
  en: "Clause 8.1 asks for enough on record to trust that processes ran as planned. A quarter of the interval is grace and makes it a warning. A next_due further ahead than interval and grace moves nothing: then the interval itself is what has changed."
  ja: "箇条8.1は、プロセスが計画どおり実施されたと確信できる記録を求めています。周期の4分の1の猶予の間は警告とします。周期と猶予を超えて先の日付を next_due に書いても、期限は延びません。その場合は周期（every）を改めてください。"
fails: |
  id: ACT-0001
  last_done: 2025-10-10
  next_due: 2027-04-10
  runs:
    - {date: 2025-10-10, by: PER-0003, result: no remark, evidence: [List]}
passes: |
  id: ACT-0001
  last_done: 2026-01-10
  next_due: 2026-07-10
  runs:
    - {date: 2026-01-10, by: PER-0003, result: no remark, evidence: [List]}
---
SELECT id, field, title(id) AS name, every, due, days(due, asof()) AS late, last,
    person(owner) AS who,
    CASE WHEN days(due, asof()) <= days(due, date_add(due, every)) * (0 + setting('activity_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM routine WHERE due < asof()
