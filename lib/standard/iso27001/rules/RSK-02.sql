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
  en: "give a step of the scale for each factor of the criteria"
  ja: "リスク基準の要素ごとに、尺度にある段階を記録してください"
why:
  en: "A value the method does not know cannot be compared with any other (clause 6.1.2 d). Scores by factor (scores) name each factor of the criteria once and no other."
  ja: "方法にない値は他と比較できません（箇条6.1.2 d）。要素ごとの評点（scores）には、基準にある要素をそれぞれ一度だけ記録します。"
fails: |
  id: RSK-0002
  likelihood: 4
passes: |
  id: RSK-0002
  likelihood: 2
---
-- Most risks are scored as they should be, and need no closer look.
WITH doubtful AS (SELECT s.id FROM risk_score s JOIN risk r ON r.id = s.id
    WHERE s.gives IS NULL OR r.scores > 0 OR r.residual_scores > 0
      OR (s.gives_after IS NULL AND coalesce(r.residual_level, s.a_after, s.b_after, s.c_after) IS NOT NULL)),
  c AS (SELECT r.id, r.state_rank, r.residual_level, r.likelihood, r.impact, r.residual_likelihood,
      r.residual_impact, c.id AS cri, CASE c.formula WHEN 'matrix' THEN 2 ELSE 3 END AS most
    FROM risk r JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft'
    WHERE r.live AND r.id IN (SELECT id FROM doubtful)),
  f AS (SELECT c.*, x.name, x.n, CASE WHEN x.name IN ('likelihood', 'impact') THEN x.name END AS own,
      (SELECT group_concat(s.own_n, ', ') FROM risk_criteria_factors_steps s
        WHERE s.id = c.cri AND s.n = x.n) AS steps,
      (SELECT min(s.n) FROM risk_scores s WHERE s.id = c.id AND s.factor = x.name) AS vn,
      (SELECT min(s.n) FROM risk_residual_scores s WHERE s.id = c.id AND s.factor = x.name) AS wn
    FROM c JOIN risk_criteria_factors x ON x.id = c.cri AND x.n < c.most),
  g AS (SELECT f.*, coalesce((SELECT s.own_n FROM risk_scores s WHERE s.id = f.id AND s.n = f.vn),
        CASE own WHEN 'likelihood' THEN likelihood WHEN 'impact' THEN impact END) AS v,
      coalesce((SELECT s.own_n FROM risk_residual_scores s WHERE s.id = f.id AND s.n = f.wn),
        CASE own WHEN 'likelihood' THEN residual_likelihood WHEN 'impact' THEN residual_impact END) AS w
    FROM f),
  -- Scores that count for nothing: of no factor, or the second of one.
  lost AS (SELECT c.id, c.cri, s.n, s.factor, 'scores' AS list FROM c JOIN risk_scores s ON s.id = c.id
    UNION ALL SELECT c.id, c.cri, s.n, s.factor, 'residual_scores' FROM c JOIN risk_residual_scores s ON s.id = c.id),
  bad AS (SELECT l.*, EXISTS (SELECT 1 FROM risk_criteria_factors x WHERE x.id = l.cri AND x.name = l.factor) AS known
    FROM lost l WHERE NOT known OR EXISTS (SELECT 1 FROM lost m
      WHERE m.id = l.id AND m.list = l.list AND m.factor = l.factor AND m.n < l.n))
SELECT id, CASE WHEN vn IS NULL THEN own ELSE 'scores[' || vn || '].n' END AS field,
    word(name, name) || ' ' || v || '; its steps in ' || cri || ' are ' || steps AS what,
    'の' || word(name, name) || 'が ' || v || ' です。' || cri || ' の段階は ' || steps || ' です' AS what_ja
FROM g WHERE state_rank >= 1 AND v IS NOT NULL AND NOT has(steps, v)
UNION ALL
SELECT id, CASE WHEN wn IS NULL THEN 'residual_' || own ELSE 'residual_scores[' || wn || '].n' END,
    'residual ' || word(name, name) || ' ' || w || '; its steps in ' || cri || ' are ' || steps,
    'の残留の' || word(name, name) || 'が ' || w || ' です。' || cri || ' の段階は ' || steps || ' です'
FROM g WHERE w IS NOT NULL AND NOT has(steps, w)
UNION ALL
SELECT id, list || '[' || n || '].factor', CASE WHEN known THEN 'two scores for ' || word(factor, factor)
      ELSE 'a score for ' || factor || ', which is no factor of ' || cri || ': ' || (SELECT group_concat(x.name, ', ')
        FROM risk_criteria_factors x WHERE x.id = cri) END,
    CASE WHEN known THEN 'に「' || word(factor, factor) || '」の評点が二つあります'
      ELSE 'に「' || factor || '」の評点がありますが、' || cri || ' の要素は ' || (SELECT group_concat(x.name, ', ')
        FROM risk_criteria_factors x WHERE x.id = cri) || ' です' END
FROM bad
UNION ALL
SELECT id, CASE WHEN EXISTS (SELECT 1 FROM risk_scores s WHERE s.id = g.id) THEN 'scores' ELSE 'level' END,
    'no ' || group_concat(word(name, name), ', ') || ' recorded, which ' || cri || ' asks for',
    'に「' || group_concat(word(name, name), '」「') || '」が記録されていません（' || cri || ' の要素）'
FROM g WHERE state_rank >= 1 AND v IS NULL
  AND id NOT IN (SELECT id FROM bad WHERE list = 'scores' AND NOT known) GROUP BY id
UNION ALL
SELECT id, 'residual_level', 'a residual level, and no residual ' || group_concat(word(name, name), ', ') || ' recorded',
    'に残留リスクのレベルがありますが、残留の「' || group_concat(word(name, name), '」「') || '」が記録されていません'
FROM g WHERE w IS NULL AND residual_level IS NOT NULL
  AND id NOT IN (SELECT id FROM bad WHERE list = 'residual_scores' AND NOT known) GROUP BY id
