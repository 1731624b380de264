---
code: RSK-02
clause: "6.1.2"
severity: error
profile: starter
title:
  en: "Score outside its scale"
  ja: "尺度外の評点"
message:
  en: "{id} has {what}"
  ja: "{id} {what_ja}"
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
WITH f AS (SELECT r.id, r.state_rank, r.residual_level, c.id AS cri, x.name,
      (SELECT group_concat(s.own_n, ', ') FROM risk_criteria_factors_steps s
        WHERE s.id = c.id AND s.n = x.n) AS steps,
      coalesce((SELECT s.own_n FROM risk_scores s WHERE s.id = r.id AND s.factor = x.name),
        CASE x.name WHEN 'likelihood' THEN r.likelihood WHEN 'impact' THEN r.impact END) AS v,
      coalesce((SELECT s.own_n FROM risk_residual_scores s WHERE s.id = r.id AND s.factor = x.name),
        CASE x.name WHEN 'likelihood' THEN r.residual_likelihood
          WHEN 'impact' THEN r.residual_impact END) AS w,
      CASE WHEN x.name IN ('likelihood', 'impact') THEN x.name ELSE 'scores' END AS field
    FROM risk r JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft'
    JOIN risk_criteria_factors x ON x.id = c.id WHERE r.live)
SELECT id, field, word(name, name) || ' ' || v || '; its steps in ' || cri || ' are ' || steps AS what,
    'の' || word(name, name) || 'が ' || v || ' です。' || cri || ' の段階は ' || steps || ' です' AS what_ja
FROM f WHERE state_rank >= 1 AND v IS NOT NULL AND NOT has(steps, v)
UNION ALL
SELECT id, 'residual_' || field, 'residual ' || word(name, name) || ' ' || w || '; its steps in ' || cri || ' are ' || steps,
    'の残留の' || word(name, name) || 'が ' || w || ' です。' || cri || ' の段階は ' || steps || ' です'
FROM f WHERE w IS NOT NULL AND NOT has(steps, w)
UNION ALL
SELECT id, 'level', 'no ' || group_concat(word(name, name), ', ') || ' recorded, which ' || cri || ' asks for',
    'に' || group_concat(word(name, name), '、') || 'が記録されていません（' || cri || ' の要素）'
FROM f WHERE state_rank >= 1 AND v IS NULL GROUP BY id
UNION ALL
SELECT id, 'residual_level', 'a residual level, and no residual ' || group_concat(word(name, name), ', ') || ' recorded',
    'に残留リスクのレベルがありますが、残留の' || group_concat(word(name, name), '、') || 'が記録されていません'
FROM f WHERE w IS NULL AND residual_level IS NOT NULL GROUP BY id
