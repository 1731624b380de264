---
code: CRI-03
clause: "6.1.2"
severity: error
profile: operating
title:
  en: "Risk scales incomplete"
  ja: "リスクの尺度が不完全"
message:
  en: "{id}: {what}"
  ja: "{id}: {what_ja}"
help:
  en: "describe each step, number the steps upwards, and give the matrix a row for each step of the first factor and a column for each of the second"
  ja: "各段階の定義を記し、番号を小さい順に付け、マトリクスは第1要素の段階ごとに行、第2要素の段階ごとに列を設けてください"
why:
  en: "Clause 6.1.2 b) asks for results that can be repeated and compared; two persons come to the same number only when the steps say what they mean. Stands in for GEN-06 on the meaning."
  ja: "箇条6.1.2 b) は、再現でき比較できる結果を求めています。段階の意味が定義されて初めて、誰が評価しても同じ値になります。定義についてはGEN-06に代わって報告します。"
fails: |
  id: CRI-0001
  matrix: [[low, low, medium], [low, medium, high]]
passes: |
  id: CRI-0001
  matrix: [[low, low, medium], [low, medium, high], [medium, medium, high]]
---
WITH x AS (SELECT c.id, c.formula, c.factors, label_of('risk_criteria', 'formula', c.formula) AS how,
      CASE c.formula WHEN 'matrix' THEN 2 ELSE 3 END AS most FROM risk_criteria c WHERE c.live),
  m AS (SELECT m.id, m.n, length(m.value) - length(replace(m.value, ',', '')) + 1 AS cells
    FROM x JOIN risk_criteria_matrix m ON m.id = x.id WHERE x.formula = 'matrix')
SELECT x.id, 'factors[' || s.n || '].steps[' || s.m || '].meaning' AS field,
    'step ' || coalesce(s.own_n, s.m + 1) || ' of ' || word(f.name, f.name) || ' has no meaning recorded' AS what,
    word(f.name, f.name) || 'の段階 ' || coalesce(s.own_n, s.m + 1) || ' に定義が記録されていません' AS what_ja
FROM x JOIN risk_criteria_factors f ON f.id = x.id
JOIN risk_criteria_factors_steps s ON s.id = x.id AND s.n = f.n
WHERE blank(s.meaning)
UNION ALL
SELECT id, 'formula', 'formula matrix, and no matrix is recorded',
    '算定方法はマトリクスですが、マトリクスが記録されていません'
FROM x WHERE formula = 'matrix' AND id NOT IN (SELECT id FROM m)
UNION ALL
SELECT id, 'formula', 'formula ' || how || ', and no bands are recorded',
    '算定方法は' || how || 'ですが、レベルの区分が記録されていません'
FROM x WHERE formula <> 'matrix' AND id NOT IN (SELECT id FROM risk_criteria_bands)
UNION ALL
SELECT f.id, 'matrix', 'the matrix has ' || count(m.n) || CASE count(m.n) WHEN 1 THEN ' row' ELSE ' rows' END
    || ', and ' || word(f.name, f.name) || ' has ' || f.steps || ' steps', 'マトリクスは ' || count(m.n)
    || ' 行ですが、' || word(f.name, f.name) || 'は ' || f.steps || ' 段階です'
FROM m JOIN risk_criteria_factors f ON f.id = m.id AND f.n = 0 GROUP BY f.id HAVING count(m.n) <> f.steps
UNION ALL
SELECT f.id, 'matrix[' || min(m.n) || ']', 'row ' || (min(m.n) + 1) || ' of the matrix has '
    || m.cells || CASE m.cells WHEN 1 THEN ' cell' ELSE ' cells' END
    || CASE count(*) WHEN 1 THEN ',' WHEN 2 THEN ', as has one more,' ELSE ', as have ' || (count(*) - 1) || ' more,' END
    || ' and ' || word(f.name, f.name) || ' has ' || f.steps || ' steps',
    'マトリクスの ' || (min(m.n) + 1) || ' 行目' || CASE count(*) WHEN 1 THEN '' ELSE '（他 ' || (count(*) - 1) || ' 行）' END
    || 'は ' || m.cells || ' 列ですが、' || word(f.name, f.name) || 'は ' || f.steps || ' 段階です'
FROM m JOIN risk_criteria_factors f ON f.id = m.id AND f.n = 1
WHERE m.cells <> f.steps GROUP BY f.id, m.cells
UNION ALL
SELECT id, 'factors' || CASE WHEN factors > most THEN '[' || most || ']' ELSE '' END, 'formula ' || how
    || CASE most WHEN 2 THEN ' takes two factors' ELSE ' takes two or three factors' END
    || CASE factors WHEN 1 THEN ', and one is recorded' ELSE ', and ' || factors || ' are recorded' END,
    '算定方法「' || how || '」の要素は ' || CASE most WHEN 2 THEN '2 個' ELSE '2 個又は 3 個' END
    || 'ですが、' || factors || ' 個あります'
FROM x WHERE factors NOT BETWEEN 2 AND most
UNION ALL
SELECT x.id, 'factors[' || b.n || '].steps[' || b.m || '].n', 'step ' || b.own_n || ' of ' || word(f.name, f.name)
    || CASE WHEN b.own_n = a.own_n THEN ' stands there twice' ELSE ' stands behind step ' || a.own_n END,
    word(f.name, f.name) || 'の段階 ' || b.own_n || CASE WHEN b.own_n = a.own_n THEN ' が重複しています'
    ELSE ' が段階 ' || a.own_n || ' の後にあります' END
FROM x JOIN risk_criteria_factors f ON f.id = x.id
JOIN risk_criteria_factors_steps a ON a.id = x.id AND a.n = f.n
JOIN risk_criteria_factors_steps b ON b.id = x.id AND b.n = a.n AND b.m = a.m + 1
WHERE b.own_n <= a.own_n
UNION ALL
SELECT x.id, 'factors[' || f.n || '].name', 'two factors are called ' || word(f.name, f.name),
    '要素「' || word(f.name, f.name) || '」が重複しています'
FROM x JOIN risk_criteria_factors f ON f.id = x.id
WHERE EXISTS (SELECT 1 FROM risk_criteria_factors g WHERE g.id = f.id AND g.n < f.n AND g.name = f.name)
UNION ALL
SELECT x.id, 'levels[' || l.n || ']', 'level ' || l.value || ' is listed twice', 'レベル ' || l.value || ' が重複しています'
FROM x JOIN risk_criteria_levels l ON l.id = x.id
WHERE EXISTS (SELECT 1 FROM risk_criteria_levels k WHERE k.id = l.id AND k.n < l.n AND k.value = l.value)
