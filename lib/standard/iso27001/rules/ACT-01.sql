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
  en: "Clause 8.1 asks for enough on record to trust that processes ran as planned. A quarter of the interval is grace and makes it a warning."
  ja: "箇条8.1は、プロセスが計画どおり実施されたと確信できる記録を求めています。周期の4分の1の猶予の間は警告とします。"
fails: |
  id: ACT-0001
  last_done: 2025-10-10
  next_due: 2026-04-10
  runs:
    - {date: 2025-10-10, by: PER-0003, result: no remark, evidence: [List]}
passes: |
  id: ACT-0001
  last_done: 2026-01-10
  next_due: 2026-07-10
  runs:
    - {date: 2026-01-10, by: PER-0003, result: no remark, evidence: [List]}
---
WITH l AS (SELECT a.*, max(coalesce(a.last_done, ''), coalesce((SELECT max(r.date)
      FROM activity_runs r WHERE r.id = a.id), '')) AS last FROM activity a WHERE a.live),
  d AS (SELECT l.*, CASE WHEN l.next_due > l.last THEN l.next_due
      ELSE date_add(CASE l.last WHEN '' THEN l.created ELSE l.last END, l.every) END AS due FROM l)
SELECT id, CASE WHEN next_due > last THEN 'next_due' WHEN last_done IS NOT NULL THEN 'last_done'
      ELSE 'every' END AS field,
    title(id) AS name, every, due, days(due, asof()) AS late, nullif(last, '') AS last, person(owner) AS who,
    CASE WHEN days(due, asof()) <= days(due, date_add(due, every)) * (0 + setting('activity_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM d WHERE due < asof()
