---
code: CRI-04
clause: "6.1.2"
severity: error
profile: operating
title:
  en: "Risk levels not monotone"
  ja: "リスクレベルの逆転"
message:
  en: "{id}: {what}"
  ja: "{id}: {what_ja}"
help:
  en: "let the level stay or rise when a factor rises; let the bands follow one another without a gap from the lowest score to the highest"
  ja: "要素の段階が上がればレベルが同じか上がるようにし、区分は最小の評点から最大の評点まで隙間なく続けてください"
why:
  en: "A scale on which a worse case gives a lower level cannot give comparable results (clause 6.1.2 b)."
  ja: "より悪い場合に低いレベルとなる尺度では、比較できる結果は得られません（箇条6.1.2 b）。"
fails: |
  id: CRI-0001
  matrix: [[low, low, medium], [low, medium, low], [medium, high, high]]
passes: |
  id: CRI-0001
  matrix: [[low, low, medium], [low, medium, high], [medium, high, high]]
---
WITH RECURSIVE k(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM k WHERE j < 10),
  cell AS (SELECT m.id, m.n, k.j, item(m.value, k.j) AS level,
      (SELECT l.n FROM risk_criteria_levels l WHERE l.id = m.id
        AND l.value = item(m.value, k.j)) AS rank
    FROM risk_criteria_matrix m, k WHERE item(m.value, k.j) IS NOT NULL),
  band AS (SELECT b.*, (SELECT l.n FROM risk_criteria_levels l WHERE l.id = b.id
      AND l.value = b.level) AS rank FROM risk_criteria_bands b)
SELECT c.id, 'matrix[' || a.n || '][' || (a.j - 1) || ']' AS field,
    'row ' || (a.n + 1) || ', column ' || a.j || ' of the matrix says ' || a.level
      || ', which is none of the levels' AS what,
    'マトリクスの ' || (a.n + 1) || ' 行 ' || a.j || ' 列の ' || a.level
      || ' はリスクレベルにありません' AS what_ja
FROM risk_criteria c JOIN cell a ON a.id = c.id WHERE c.live AND a.rank IS NULL
UNION ALL
SELECT c.id, 'matrix[' || b.n || '][' || (b.j - 1) || ']',
    'row ' || (b.n + 1) || ', column ' || b.j || ' of the matrix says ' || b.level
      || ', less than the ' || a.level || ' of the lower step before it',
    'マトリクスの ' || (b.n + 1) || ' 行 ' || b.j || ' 列は ' || b.level
      || ' で、一段低い段階の ' || a.level || ' より下がっています'
FROM risk_criteria c JOIN cell a ON a.id = c.id JOIN cell b ON b.id = c.id
    AND ((b.n = a.n AND b.j = a.j + 1) OR (b.n = a.n + 1 AND b.j = a.j))
WHERE c.live AND b.rank < a.rank
UNION ALL
SELECT c.id, 'bands[' || b.n || ']', 'band ' || b.level || ' begins at ' || b."from"
      || ', and the band before it, ' || a.level || ', ends at ' || a."to",
    '区分 ' || b.level || ' は ' || b."from" || ' から始まりますが、前の区分 ' || a.level || ' は '
      || a."to" || ' までです'
FROM risk_criteria c JOIN band a ON a.id = c.id JOIN band b ON b.id = c.id AND b.n = a.n + 1
WHERE c.live AND (b."from" <= a."to" OR b."from" > a."to" + 1)
UNION ALL
SELECT c.id, 'bands[' || b.n || '].level', 'band ' || b.level || ' stands behind ' || a.level || ', which is no lower level',
    '区分 ' || b.level || ' が、それより低くない ' || a.level || ' の後にあります'
FROM risk_criteria c JOIN band a ON a.id = c.id JOIN band b ON b.id = c.id AND b.n = a.n + 1
WHERE c.live AND b.rank <= a.rank
UNION ALL
SELECT c.id, 'bands[' || b.n || '].level', 'the bands say ' || b.level || ', which is none of the levels',
    '区分の ' || b.level || ' はリスクレベルにありません'
FROM risk_criteria c JOIN band b ON b.id = c.id WHERE c.live AND b.rank IS NULL
UNION ALL
SELECT e.id, 'bands', 'scores go from ' || e.lo || ' to ' || e.hi || ', and the bands from ' || e.first || ' to ' || e.last,
    '評点は ' || e.lo || ' から ' || e.hi || ' までですが、区分は ' || e.first || ' から ' || e.last || ' までです'
FROM (SELECT c.id, min(b."from") AS first, max(b."to") AS last,
      CASE c.formula WHEN 'sum' THEN x.lo0 + x.lo1 + coalesce(x.lo2, 0) ELSE x.lo0 * x.lo1 * coalesce(x.lo2, 1) END AS lo,
      CASE c.formula WHEN 'sum' THEN x.hi0 + x.hi1 + coalesce(x.hi2, 0) ELSE x.hi0 * x.hi1 * coalesce(x.hi2, 1) END AS hi
    FROM risk_criteria c JOIN risk_criteria_bands b ON b.id = c.id
    JOIN (SELECT id, min(CASE n WHEN 0 THEN own_n END) AS lo0, min(CASE n WHEN 1 THEN own_n END) AS lo1,
        min(CASE n WHEN 2 THEN own_n END) AS lo2, max(CASE n WHEN 0 THEN own_n END) AS hi0,
        max(CASE n WHEN 1 THEN own_n END) AS hi1, max(CASE n WHEN 2 THEN own_n END) AS hi2
      FROM risk_criteria_factors_steps GROUP BY id) x ON x.id = c.id
    WHERE c.live AND c.formula <> 'matrix' AND c.factors <= 3 GROUP BY c.id) e
WHERE e.first > e.lo OR e.last < e.hi
