---
code: RSK-03
clause: "6.1.2"
severity: error
profile: starter
title:
  en: "Stored level differs from the formula"
  ja: "記録されたレベルと算定結果の相違"
message:
  en: "{id} says {what} {stored}, but {scores} gives {right} by the {formula} of {cri}"
  ja: "{id} の{what_ja}は {stored} ですが、{cri} の算定方法（{formula}）では {scores} は {right} になります"
help:
  en: "correct the level or the scores; the level is never set by hand"
  ja: "レベル又は評点を正してください。レベルは算定方法に従って決まります"
why:
  en: "Clause 6.1.2 b) asks for results that follow from the criteria: anybody who repeats the assessment must get the same level."
  ja: "箇条6.1.2 b) は基準に従った一貫した結果を求めています。誰がやり直しても同じレベルになる必要があります。"
fails: |
  id: RSK-0002
  level: low
passes: |
  id: RSK-0002
  level: medium
---
WITH v AS (SELECT r.id, c.id AS cri, c.formula, x.n, x.name, 'level' AS field, r.level AS stored,
      coalesce((SELECT s.own_n FROM risk_scores s WHERE s.id = r.id AND s.factor = x.name),
        CASE x.name WHEN 'likelihood' THEN r.likelihood WHEN 'impact' THEN r.impact END) AS v
    FROM risk r JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft'
    JOIN risk_criteria_factors x ON x.id = c.id WHERE r.live
    UNION ALL
    SELECT r.id, c.id, c.formula, x.n, x.name, 'residual_level', r.residual_level,
      coalesce((SELECT s.own_n FROM risk_residual_scores s WHERE s.id = r.id AND s.factor = x.name),
        CASE x.name WHEN 'likelihood' THEN r.residual_likelihood
          WHEN 'impact' THEN r.residual_impact END)
    FROM risk r JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft'
    JOIN risk_criteria_factors x ON x.id = c.id WHERE r.live),
  e AS (SELECT id, cri, formula, field, stored, count(*) AS n,
      count((SELECT 1 FROM risk_criteria_factors_steps s
        WHERE s.id = v.cri AND s.n = v.n AND s.own_n = v.v)) AS have,
      max(CASE n WHEN 0 THEN v END) AS a, max(CASE n WHEN 1 THEN v END) AS b,
      max(CASE n WHEN 2 THEN v END) AS c, group_concat(word(name, name) || ' ' || v, ', ') AS scores
    FROM v GROUP BY id, cri, formula, field, stored),
  g AS (SELECT e.*, CASE e.formula
      WHEN 'matrix' THEN (SELECT item(m.value, (SELECT count(*) FROM risk_criteria_factors_steps s
            WHERE s.id = e.cri AND s.n = 1 AND s.own_n <= e.b))
          FROM risk_criteria_matrix m WHERE m.id = e.cri
            AND m.n + 1 = (SELECT count(*) FROM risk_criteria_factors_steps s
              WHERE s.id = e.cri AND s.n = 0 AND s.own_n <= e.a))
      WHEN 'product' THEN (SELECT d.level FROM risk_criteria_bands d WHERE d.id = e.cri
          AND e.a * e.b * coalesce(e.c, 1) BETWEEN d."from" AND d."to")
      ELSE (SELECT d.level FROM risk_criteria_bands d WHERE d.id = e.cri
          AND e.a + e.b + coalesce(e.c, 0) BETWEEN d."from" AND d."to") END AS right_
    FROM e WHERE e.have = e.n AND e.stored IS NOT NULL)
SELECT id, field, replace(field, '_', ' ') AS what,
    CASE field WHEN 'level' THEN 'リスクレベル' ELSE '残留リスクのレベル' END AS what_ja,
    word('manual.level_' || stored, stored) AS stored, scores,
    word('manual.level_' || right_, right_) AS right,
    label_of('risk_criteria', 'formula', formula) AS formula, cri,
    cri AS also_id, CASE formula WHEN 'matrix' THEN 'matrix' ELSE 'bands' END AS also_field,
    'CRI-03 ' || cri || ', CRI-04 ' || cri AS same_as
FROM g WHERE right_ <> stored
