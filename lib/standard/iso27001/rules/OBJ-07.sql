---
code: OBJ-07
clause: "6.2"
severity: error
profile: starter
title:
  en: "Achieved below target"
  ja: "目標値に届かない達成"
message:
  en: "{id} is recorded as achieved, but {what} the target {target} {unit}"
  ja: "{id} は達成とされていますが、{what_ja}（目標値 {target} {unit}）"
help:
  en: "set the state to missed, or record the measurement that reached the target"
  ja: "状態を missed（未達）とするか、目標値に達した測定を記録してください"
why:
  en: "The result is what was measured (clause 6.2 l): by the objective itself or as a measurement of its metric, the last value counts."
  ja: "結果は測定値で決まります（箇条6.2 l）。目的自体の測定又は指標の測定記録のうち、最後の値で判定します。"
fails: |
  id: OBJ-0001
  status: achieved
passes: |
  id: OBJ-0001
  status: achieved
  measurements:
    - {period: FY2025-H1, date: 2026-04-01, value: 85, by: PER-0002}
---
SELECT o.id, 'status' AS field,
    coalesce('its last value ' || x.value || ' of ' || x.date || ' misses',
      'no value shows that it reached') AS what,
    coalesce('最後の値 ' || x.value || '（' || x.date || '）は目標値に届いていません',
      '目標値に達したことを示す測定値がありません') AS what_ja,
    o.target, o.unit, x.at_id AS also_id, x.at_field AS also_field
FROM objective o LEFT JOIN reading x ON x.id = o.id AND x.latest
WHERE o.status = 'achieved' AND o.target IS NOT NULL
  AND CASE WHEN x.value IS NULL THEN 1 ELSE CASE o.direction WHEN 'up' THEN x.value < o.target WHEN 'down' THEN x.value > o.target
      ELSE x.value <> o.target END END
