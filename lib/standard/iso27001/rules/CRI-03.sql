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
SELECT c.id, 'factors[' || s.n || '].steps[' || s.m || '].meaning' AS field,
    'step ' || coalesce(s.own_n, s.m + 1) || ' of ' || word(f.name, f.name) || ' has no meaning recorded' AS what,
    word(f.name, f.name) || ' の段階 ' || coalesce(s.own_n, s.m + 1) || ' に定義が記録されていません' AS what_ja
FROM risk_criteria c JOIN risk_criteria_factors f ON f.id = c.id
JOIN risk_criteria_factors_steps s ON s.id = c.id AND s.n = f.n
WHERE c.live AND blank(s.meaning)
UNION ALL
SELECT c.id, 'formula', 'formula matrix, and no matrix is recorded',
    '算定方法はマトリクスですが、マトリクスが記録されていません'
FROM risk_criteria c
WHERE c.live AND c.formula = 'matrix'
  AND NOT EXISTS (SELECT 1 FROM risk_criteria_matrix m WHERE m.id = c.id)
UNION ALL
SELECT c.id, 'formula', 'formula ' || label_of('risk_criteria', 'formula', c.formula) || ', and no bands are recorded',
    '算定方法は ' || label_of('risk_criteria', 'formula', c.formula) || ' ですが、レベルの区分が記録されていません'
FROM risk_criteria c WHERE c.live AND c.formula <> 'matrix' AND coalesce(c.bands, 0) = 0
UNION ALL
SELECT c.id, 'matrix', 'the matrix has ' || count(m.n) || ' rows, and ' || word(f.name, f.name) || ' has '
    || f.steps || ' steps', 'マトリクスは ' || count(m.n) || ' 行ですが、' || word(f.name, f.name) || ' は '
    || f.steps || ' 段階です'
FROM risk_criteria c JOIN risk_criteria_matrix m ON m.id = c.id
JOIN risk_criteria_factors f ON f.id = c.id AND f.n = 0
WHERE c.live AND c.formula = 'matrix' GROUP BY c.id HAVING count(m.n) <> f.steps
UNION ALL
SELECT c.id, 'matrix[' || m.n || ']', 'row ' || (m.n + 1) || ' of the matrix has '
    || (length(m.value) - length(replace(m.value, ',', '')) + 1) || ' cells, and ' || word(f.name, f.name)
    || ' has ' || f.steps || ' steps', 'マトリクスの ' || (m.n + 1) || ' 行目は '
    || (length(m.value) - length(replace(m.value, ',', '')) + 1) || ' 列ですが、' || word(f.name, f.name)
    || ' は ' || f.steps || ' 段階です'
FROM risk_criteria c JOIN risk_criteria_matrix m ON m.id = c.id
JOIN risk_criteria_factors f ON f.id = c.id AND f.n = 1
WHERE c.live AND c.formula = 'matrix'
  AND length(m.value) - length(replace(m.value, ',', '')) + 1 <> f.steps
UNION ALL
SELECT c.id, 'factors', 'formula ' || label_of('risk_criteria', 'formula', c.formula) || ' takes '
    || CASE c.formula WHEN 'matrix' THEN 'two factors' ELSE 'two or three factors' END || ', and ' || c.factors
    || ' are recorded', '算定方法 ' || label_of('risk_criteria', 'formula', c.formula) || ' の要素は '
    || CASE c.formula WHEN 'matrix' THEN '2 個' ELSE '2 個又は 3 個' END || 'ですが、' || c.factors || ' 個あります'
FROM risk_criteria c
WHERE c.live AND c.factors NOT BETWEEN 2 AND CASE c.formula WHEN 'matrix' THEN 2 ELSE 3 END
UNION ALL
SELECT c.id, 'factors[' || b.n || '].steps[' || b.m || '].n', 'step ' || b.own_n || ' of ' || word(f.name, f.name)
    || ' stands behind step ' || a.own_n, word(f.name, f.name) || ' の段階 ' || b.own_n || ' が段階 '
    || a.own_n || ' の後にあります'
FROM risk_criteria c JOIN risk_criteria_factors f ON f.id = c.id
JOIN risk_criteria_factors_steps a ON a.id = c.id AND a.n = f.n
JOIN risk_criteria_factors_steps b ON b.id = c.id AND b.n = a.n AND b.m = a.m + 1
WHERE c.live AND b.own_n <= a.own_n
