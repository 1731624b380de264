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
  ja: "{id} の{what_ja}は「{stored}」ですが、{cri} の算定方法（{formula}）では、{scores_ja} は「{right}」になります"
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
WITH g AS (SELECT id, cri, formula, 'level' AS field, gives, a, b, c FROM risk_score WHERE gives IS NOT NULL
    UNION ALL SELECT id, cri, formula, 'residual_level', gives_after, a_after, b_after, c_after
    FROM risk_score WHERE gives_after IS NOT NULL),
  wrong AS (SELECT g.*, CASE g.field WHEN 'level' THEN r.level ELSE r.residual_level END AS stored
    FROM g JOIN risk r ON r.id = g.id WHERE stored <> g.gives)
SELECT id, field, replace(field, '_', ' ') AS what,
    CASE field WHEN 'level' THEN 'リスクレベル' ELSE '残留リスクのレベル' END AS what_ja,
    word('manual.level_' || stored, stored) AS stored,
    (SELECT group_concat(word(x.name, x.name) || ' ' || CASE x.n WHEN 0 THEN a WHEN 1 THEN b ELSE c END, ', ')
      FROM risk_criteria_factors x WHERE x.id = cri) AS scores,
    (SELECT group_concat(word(x.name, x.name) || ' ' || CASE x.n WHEN 0 THEN a WHEN 1 THEN b ELSE c END, '、')
      FROM risk_criteria_factors x WHERE x.id = cri) AS scores_ja,
    word('manual.level_' || gives, gives) AS right,
    label_of('risk_criteria', 'formula', formula) AS formula, cri,
    cri AS also_id, CASE formula WHEN 'matrix' THEN 'matrix' ELSE 'bands' END AS also_field,
    'CRI-03 ' || cri || ', CRI-04 ' || cri AS same_as
FROM wrong
