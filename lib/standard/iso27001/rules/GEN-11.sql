---
code: GEN-11
clause: "7.5"
severity: error
profile: starter
title:
  en: "Day that has not come"
  ja: "未来の実績日"
message:
  en: "{path_} of {id} is {day}, {ahead} {ahead:day|days} ahead"
  ja: "{id} の {path_} は {day} で、{ahead} 日先の日付です"
help:
  en: "correct the date, or set the state back until it has happened"
  ja: "日付を正すか、実際に行われるまで状態を戻してください"
why:
  en: "A record says what happened; it cannot do so before the day (clause 7.5). What is in force from a later day on is approved until then."
  ja: "記録は起こったことを述べるもので、その日より前には書けません（箇条7.5）。施行日が先の文書は、その日まで「承認済み」です。"
fails: |
  id: CA-0002
  closed_on: 2026-07-10
passes: |
  id: CA-0002
  closed_on: 2026-06-30
---
SELECT id, field, field AS path_, day, days(asof(), day) AS ahead
FROM dated WHERE happened AND day > asof()
UNION ALL
SELECT id, 'effective_on', 'effective_on', effective_on, days(asof(), effective_on)
FROM document WHERE status = 'in_force' AND effective_on > asof()
UNION ALL
SELECT id, 'effective_on', 'effective_on', effective_on, days(asof(), effective_on)
FROM continuity_plan WHERE status = 'in_force' AND effective_on > asof()
