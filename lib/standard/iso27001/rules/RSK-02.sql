---
code: RSK-02
clause: "6.1.2"
severity: error
profile: starter
title:
  en: "Score outside its scale"
  ja: "尺度外の評点"
message:
  en: "{id} has {what}; {factor} goes from {lo} to {hi} in {cri}"
  ja: "{id} では {what_ja}。{cri} の {factor} は {lo} から {hi} までです"
help:
  en: "give a step of the scale"
  ja: "尺度にある段階を記録してください"
why:
  en: "A value the method does not know cannot be compared with any other (clause 6.1.2 d)."
  ja: "方法にない値は他と比較できません（箇条6.1.2 d）。"
fails: |
  id: RSK-0002
  likelihood: 4
passes: |
  id: RSK-0002
  likelihood: 2
---
WITH f AS (SELECT r.id, r.state_rank, c.id AS cri, x.name,
      (SELECT min(s.own_n) FROM risk_criteria_factors_steps s WHERE s.id = c.id AND s.n = x.n) AS lo,
      (SELECT max(s.own_n) FROM risk_criteria_factors_steps s WHERE s.id = c.id AND s.n = x.n) AS hi,
      coalesce((SELECT s.own_n FROM risk_scores s WHERE s.id = r.id AND s.factor = x.name),
        CASE x.name WHEN 'likelihood' THEN r.likelihood WHEN 'impact' THEN r.impact END) AS v,
      coalesce((SELECT s.own_n FROM risk_residual_scores s WHERE s.id = r.id AND s.factor = x.name),
        CASE x.name WHEN 'likelihood' THEN r.residual_likelihood
          WHEN 'impact' THEN r.residual_impact END) AS w,
      CASE WHEN x.name IN ('likelihood', 'impact') THEN x.name ELSE 'scores' END AS field
    FROM risk r JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft'
    JOIN risk_criteria_factors x ON x.id = c.id WHERE r.live)
SELECT id, field, cri, word(name, name) AS factor, lo, hi,
    CASE WHEN v IS NULL THEN 'no ' || word(name, name) || ' recorded' ELSE word(name, name) || ' ' || v END AS what,
    CASE WHEN v IS NULL THEN word(name, name) || ' が記録されていません' ELSE word(name, name) || ' が ' || v || ' です' END AS what_ja
FROM f WHERE state_rank >= 1 AND (v IS NULL OR v < lo OR v > hi)
UNION ALL
SELECT id, 'residual_' || field, cri, word(name, name), lo, hi, 'residual ' || word(name, name) || ' ' || w,
    '残留の ' || word(name, name) || ' が ' || w || ' です'
FROM f WHERE w < lo OR w > hi
