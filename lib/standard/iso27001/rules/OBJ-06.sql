---
code: OBJ-06
clause: "9.1"
severity: warning
profile: operating
title:
  en: "Objective off its way"
  ja: "目標値への進捗の遅れ"
message:
  en: "{objective} stood at {value} {unit} on {day}; on the straight way from {baseline} to {target} it would be {expected}"
  ja: "{objective} は {day} に {value} {unit} でした。{baseline} から {target} への直線上では {expected} です"
help:
  en: "say in the comment what will be done, or open a corrective action"
  ja: "comment に対応を記録するか、是正処置を起票してください"
why:
  en: "A value that falls behind by more than a fifth of the way asks for a word (clause 9.1)."
  ja: "差が全体の2割を超える遅れには説明が必要です（箇条9.1）。"
fails: |
  id: OBJ-0001
  start: 2025-10-01
  due: 2026-09-30
  measurements:
    - {period: FY2025-H1, date: 2026-04-01, value: 25, by: PER-0002}
passes: |
  id: OBJ-0001
  start: 2025-10-01
  due: 2026-09-30
  measurements:
    - {period: FY2025-H1, date: 2026-04-01, value: 45, by: PER-0002}
---
WITH m AS (SELECT o.id, x.at_id, x.at_field, x.value, o.unit, x.date AS day, o.baseline, o.target,
      o.baseline + (o.target - o.baseline) * min(1.0, 1.0 * days(o.start, x.date)
        / max(1, days(o.start, o.due))) AS expected
    FROM objective o JOIN reading x ON x.id = o.id AND x.latest
    WHERE o.status = 'active' AND o.baseline IS NOT NULL AND o.target <> o.baseline
      AND x.date >= o.start AND blank(x.comment) AND NOT x.followed)
SELECT at_id AS id, id AS objective, at_field AS field, value, unit, day, baseline, target,
    round(expected, 1) AS expected
FROM m
WHERE (expected - value) * CASE WHEN target > baseline THEN 1 ELSE -1 END
    > abs(target - baseline) * setting('deviation_percent') / 100.0
  AND NOT EXISTS (SELECT 1 FROM link l WHERE l.dst IN (m.id, m.at_id)
      AND l.src_kind IN ('nonconformity', 'corrective_action'))
