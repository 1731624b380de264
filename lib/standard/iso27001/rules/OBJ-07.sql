---
code: OBJ-07
clause: "6.2"
severity: error
profile: starter
title:
  en: "Achieved below target"
  ja: "目標値に届かない達成"
message:
  en: "{id} is recorded as achieved, but its last value {value} of {day} misses the target {target} {unit}"
  ja: "{id} は達成とされていますが、最後の値 {value}（{day}）は目標値 {target} {unit} に届いていません"
help:
  en: "set the state to missed, or record the measurement that reached the target"
  ja: "状態を missed（未達）とするか、目標値に達した測定を記録してください"
why:
  en: "The result is what was measured (clause 6.2 l)."
  ja: "結果は測定値で決まります（箇条6.2 l）。"
fails: |
  id: OBJ-0001
  status: achieved
passes: |
  id: OBJ-0001
  status: achieved
  measurements:
    - {period: FY2025-H1, date: 2026-04-01, value: 85, by: PER-0002}
---
SELECT o.id, 'status' AS field, x.value, x.date AS day, o.target, o.unit,
    o.id AS also_id, 'measurements[' || x.n || '].value' AS also_field
FROM objective o JOIN objective_measurements x ON x.id = o.id
WHERE o.status = 'achieved'
  AND x.n = (SELECT y.n FROM objective_measurements y WHERE y.id = o.id
      ORDER BY y.date DESC, y.n DESC LIMIT 1)
  AND CASE o.direction WHEN 'up' THEN x.value < o.target WHEN 'down' THEN x.value > o.target
      ELSE x.value <> o.target END
