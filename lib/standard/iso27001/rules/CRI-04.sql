---
code: CRI-04
clause: "6.1.2"
severity: error
profile: operating
title:
  en: "Risk levels fall or leave gaps"
  ja: "リスクレベルの逆転・区分の隙間"
message:
  en: "{id}: {what}"
  ja: "{id}: {what_ja}"
help:
  en: "let the level stay or rise when a factor rises; let the bands follow one another without a gap from the lowest score to the highest"
  ja: "要素の段階が上がればレベルが同じか上がるようにし、区分は最小の評点から最大の評点まで隙間なく続けてください"
why:
  en: "A scale on which a worse case gives a lower level cannot give comparable results (clause 6.1.2 b). Bands may stand in any order; a gap counts only where a score can fall into it (a product of whole steps is never 7)."
  ja: "より悪い場合に低いレベルとなる尺度では、比較できる結果は得られません（箇条6.1.2 b）。区分の記載順は問いません。隙間は、そこに入る評点があり得る場合だけ指摘します（段階の積が 7 になることはありません）。"
fails: |
  id: CRI-0001
  matrix: [[low, low, medium], [low, medium, low], [medium, high, high]]
passes: |
  id: CRI-0001
  matrix: [[low, low, medium], [low, medium, high], [medium, high, high]]
---
WITH RECURSIVE k(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM k WHERE j < 10),
  rank(id, value, n) AS (SELECT id, value, min(n) FROM risk_criteria_levels GROUP BY id, value),
  cell AS (SELECT c.id, m.n, k.j, item(m.value, k.j) AS level,
      (SELECT l.n FROM rank l WHERE l.id = m.id AND l.value = item(m.value, k.j)) AS rank
    FROM risk_criteria c JOIN risk_criteria_matrix m ON m.id = c.id, k
    WHERE c.live AND c.formula = 'matrix' AND item(m.value, k.j) IS NOT NULL),
  band AS (SELECT b.id, b.n, b.level, b."from" AS lo, b."to" AS hi,
      (SELECT l.n FROM rank l WHERE l.id = b.id AND l.value = b.level) AS rank,
      row_number() OVER (PARTITION BY b.id ORDER BY b."from", b.n) AS at
    FROM risk_criteria c JOIN risk_criteria_bands b ON b.id = c.id
    WHERE c.live AND c.formula <> 'matrix' AND b."from" <= b."to"),
  -- Levels that are listed from the highest: one mistake, however many cells.
  turned AS (SELECT id, (SELECT x.level FROM cell x WHERE x.id = cell.id ORDER BY x.n, x.j LIMIT 1) AS mild,
      (SELECT x.level FROM cell x WHERE x.id = cell.id ORDER BY x.n DESC, x.j DESC LIMIT 1) AS worst
    FROM cell GROUP BY id HAVING (SELECT x.rank FROM cell x WHERE x.id = cell.id ORDER BY x.n, x.j LIMIT 1)
      > (SELECT x.rank FROM cell x WHERE x.id = cell.id ORDER BY x.n DESC, x.j DESC LIMIT 1)
    UNION ALL
    SELECT a.id, a.level, b.level FROM band a JOIN band b ON b.id = a.id
      AND b.at = (SELECT max(x.at) FROM band x WHERE x.id = a.id)
    WHERE a.at = 1 AND a.rank > b.rank),
  fall AS (SELECT a.id, a.n AS an, a.j AS aj, a.level AS a, b.n AS bn, b.j AS bj, b.level AS b
    FROM cell a JOIN cell b ON b.id = a.id AND (b.n = a.n AND b.j = a.j + 1 OR b.n = a.n + 1 AND b.j = a.j)
    WHERE b.rank < a.rank AND a.id NOT IN (SELECT id FROM turned)),
  -- The cell that is to blame for most of it: both neighbours of one too high are lower.
  blame AS (SELECT f.*, (SELECT count(*) FROM fall x WHERE x.id = f.id AND x.an = f.an AND x.aj = f.aj)
      > (SELECT count(*) FROM fall x WHERE x.id = f.id AND x.bn = f.bn AND x.bj = f.bj) AS high FROM fall f),
  score AS (SELECT DISTINCT c.id, CASE c.formula WHEN 'sum' THEN s.own_n + t.own_n + coalesce(u.own_n, 0)
      ELSE s.own_n * t.own_n * coalesce(u.own_n, 1) END AS v
    FROM risk_criteria c JOIN risk_criteria_factors_steps s ON s.id = c.id AND s.n = 0
    JOIN risk_criteria_factors_steps t ON t.id = c.id AND t.n = 1
    LEFT JOIN risk_criteria_factors_steps u ON u.id = c.id AND u.n = 2
    WHERE c.live AND c.formula <> 'matrix' AND c.factors BETWEEN 2 AND 3
      AND (SELECT count(*) FROM risk_criteria_factors_steps x WHERE x.id = c.id) <= 60),
  hole AS (SELECT s.id, s.v, (SELECT min(b.at) FROM band b WHERE b.id = s.id AND b.lo > s.v) AS at
    FROM score s WHERE s.v IS NOT NULL AND EXISTS (SELECT 1 FROM band b WHERE b.id = s.id)
      AND NOT EXISTS (SELECT 1 FROM risk_criteria_bands b WHERE b.id = s.id
        AND (b."from" IS NULL OR b."to" IS NULL OR b."from" > b."to"))
      AND NOT EXISTS (SELECT 1 FROM band b WHERE b.id = s.id AND s.v BETWEEN b.lo AND b.hi))
SELECT id, 'matrix[' || n || '][' || (j - 1) || ']' AS field,
    'row ' || (n + 1) || ', column ' || j || ' of the matrix says ' || level
      || CASE count(*) WHEN 1 THEN ',' WHEN 2 THEN ', as does one more,' ELSE ', as do ' || (count(*) - 1) || ' more,' END
      || ' which is none of the levels' AS what,
    'マトリクスの ' || (n + 1) || ' 行 ' || j || ' 列' || CASE count(*) WHEN 1 THEN '' ELSE '（他 '
      || (count(*) - 1) || ' か所）' END || 'の ' || level || ' はリスクレベルにありません' AS what_ja,
    min(100 * n + j) AS first
FROM cell WHERE rank IS NULL GROUP BY id, level
UNION ALL
SELECT id, 'levels', 'the mildest case is ' || mild || ' and the worst ' || worst
      || ', and levels lists them the other way round',
    '最も軽い場合は ' || mild || '、最も重い場合は ' || worst || ' ですが、levels では逆の順に並んでいます', NULL
FROM turned
UNION ALL
SELECT id, 'matrix[' || bn || '][' || (bj - 1) || ']', 'row ' || (bn + 1) || ', column ' || bj
      || ' of the matrix says ' || b || ', less than the ' || a || ' of the lower step before it',
    'マトリクスの ' || (bn + 1) || ' 行 ' || bj || ' 列は ' || b || ' で、一段低い段階の ' || a
      || ' より下がっています', NULL
FROM blame WHERE NOT high GROUP BY id, bn, bj
UNION ALL
SELECT id, 'matrix[' || an || '][' || (aj - 1) || ']', 'row ' || (an + 1) || ', column ' || aj
      || ' of the matrix says ' || a || ', more than the ' || b || ' of the higher steps behind it',
    'マトリクスの ' || (an + 1) || ' 行 ' || aj || ' 列は ' || a || ' で、一段高い段階の ' || b
      || ' を上回っています', NULL
FROM blame WHERE high GROUP BY id, an, aj
UNION ALL
SELECT c.id, 'bands[' || b.n || '].to', 'band ' || b.level || ' goes from ' || b."from" || ' to ' || b."to",
    '区分 ' || b.level || ' の上限 ' || b."to" || ' が下限 ' || b."from" || ' より小さくなっています', NULL
FROM risk_criteria c JOIN risk_criteria_bands b ON b.id = c.id
WHERE c.live AND c.formula <> 'matrix' AND b."from" > b."to"
UNION ALL
SELECT a.id, 'bands[' || b.n || '].from', 'band ' || b.level || ' begins at ' || b.lo || ', and band ' || a.level
      || ' goes up to ' || a.hi, '区分 ' || b.level || ' は ' || b.lo || ' から始まりますが、区分 ' || a.level
      || ' が ' || a.hi || ' までを含みます', NULL
FROM band a JOIN band b ON b.id = a.id AND b.at = a.at + 1 WHERE b.lo <= a.hi
UNION ALL
SELECT a.id, 'bands[' || b.n || '].level', 'scores from ' || b.lo || ' on are ' || b.level
      || ', and the smaller ones from ' || a.lo || ' on are ' || a.level,
    b.lo || ' 以上の評点は ' || b.level || ' ですが、それより小さい ' || a.lo || ' 以上の評点は ' || a.level || ' です', NULL
FROM band a JOIN band b ON b.id = a.id AND b.at = a.at + 1
WHERE b.rank < a.rank AND a.id NOT IN (SELECT id FROM turned)
UNION ALL
SELECT id, 'bands[' || n || '].level', 'the bands say ' || level || ', which is none of the levels',
    '区分の ' || level || ' はリスクレベルにありません', NULL
FROM band WHERE rank IS NULL
UNION ALL
SELECT h.id, 'bands[' || b.n || CASE WHEN h.at IS NULL THEN '].to' ELSE '].from' END,
    CASE count(*) WHEN 1 THEN 'score ' || h.v || ' falls' ELSE 'scores from ' || min(h.v) || ' to ' || max(h.v) || ' fall' END
      || ' into no band; ' || b.level || CASE WHEN h.at IS NULL THEN ' ends at ' || b.hi ELSE ' begins at ' || b.lo END,
    '評点 ' || CASE count(*) WHEN 1 THEN h.v ELSE min(h.v) || ' から ' || max(h.v) END
      || ' がどの区分にも入りません。区分 ' || b.level || CASE WHEN h.at IS NULL THEN ' は ' || b.hi || ' までです'
      ELSE ' は ' || b.lo || ' からです' END, NULL
FROM hole h JOIN band b ON b.id = h.id
  AND b.at = coalesce(h.at, (SELECT max(x.at) FROM band x WHERE x.id = h.id))
GROUP BY h.id, h.at
