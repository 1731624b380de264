---
code: MET-03
clause: "9.1"
severity: warning
profile: operating
title:
  en: "Threshold broken without a word"
  ja: "説明のないしきい値超過"
message:
  en: "{id} of {period} is {value} {unit}; the threshold of {metric} is {threshold}"
  ja: "{id}（{period}）の値は {value} {unit} で、{metric} のしきい値 {threshold} を外れています"
help:
  en: "record a conclusion, or link the nonconformity or corrective action"
  ja: "結論を記録するか、不適合又は是正処置を結び付けてください"
why:
  en: "A result is measured to be judged (clause 9.1)."
  ja: "結果は評価するために測定します（箇条9.1）。"
fails: |
  id: MSR-0002
  value: 80
passes: |
  id: MSR-0002
  value: 80
  conclusion: One laptop was abroad
---
SELECT s.id, 'value' AS field, s.period, s.value, m.unit, m.id AS metric, m.threshold,
    m.id AS also_id, 'threshold' AS also_field
FROM measurement s JOIN metric m ON m.id = s.metric
WHERE blank(s.conclusion) AND blank(s.linked)
  AND CASE m.direction WHEN 'up' THEN s.value < m.threshold
      WHEN 'down' THEN s.value > m.threshold WHEN 'equal' THEN s.value <> m.threshold END
  AND NOT EXISTS (SELECT 1 FROM link l WHERE l.dst = s.id
      AND l.src_kind IN ('nonconformity', 'corrective_action'))
