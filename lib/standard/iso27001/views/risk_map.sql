-- The map of risk levels that criteria make, whatever their formula: a row a
-- cell.  Rows are the steps of the first factor; columns those of the second,
-- or, with three factors, the values that the second and third make together.
--   id the criteria   row, col from 1   level of the cell
--   row_value, col_value   what is scored there; row_label, col_label and with
--   _ja in Japanese: the step's name; row_axis, col_axis: the factors
WITH f AS (SELECT c.id, c.formula, c.factors AS n,
		(SELECT name FROM risk_criteria_factors x WHERE x.id = c.id AND x.n = 0) AS a,
		(SELECT name FROM risk_criteria_factors x WHERE x.id = c.id AND x.n = 1) AS b,
		(SELECT name FROM risk_criteria_factors x WHERE x.id = c.id AND x.n = 2) AS c
	FROM risk_criteria c WHERE c.factors IN (2, 3)
), s AS (SELECT s.id, s.n AS f, s.m + 1 AS place, s.own_n AS v, s.label,
		coalesce(s.label_ja, s.label) AS label_ja
	FROM risk_criteria_factors_steps s
), pair AS (SELECT DISTINCT f.id, CASE f.formula WHEN 'product' THEN s.v * t.v
		ELSE s.v + t.v END AS v
	FROM f JOIN s ON s.id = f.id AND s.f = 1 JOIN s t ON t.id = f.id AND t.f = 2
	WHERE f.n = 3
), col AS (SELECT id, place, v, label, label_ja FROM s
		WHERE f = 1 AND id IN (SELECT id FROM f WHERE n = 2)
	UNION ALL
	SELECT id, row_number() OVER (PARTITION BY id ORDER BY v), v, NULL, NULL
	FROM pair
)
SELECT f.id, s.place AS row, col.place AS col, s.v AS row_value,
	col.v AS col_value, s.label AS row_label, s.label_ja AS row_label_ja,
	col.label AS col_label, col.label_ja AS col_label_ja,
	upper(substr(word(f.a, f.a), 1, 1)) || substr(word(f.a, f.a), 2) AS row_axis,
	upper(substr(word(f.b, f.b), 1, 1)) || substr(word(f.b, f.b), 2) || CASE WHEN f.n = 3
		THEN CASE f.formula WHEN 'product' THEN ' × ' ELSE ' + ' END
			|| word(f.c, f.c) ELSE '' END AS col_axis,
	CASE f.formula WHEN 'matrix' THEN (SELECT item(m.value, col.place)
			FROM risk_criteria_matrix m WHERE m.id = f.id AND m.n + 1 = s.place)
		ELSE (SELECT b.level FROM risk_criteria_bands b WHERE b.id = f.id
			AND CASE f.formula WHEN 'product' THEN s.v * col.v ELSE s.v + col.v END
				BETWEEN b."from" AND b."to") END AS level
FROM f JOIN s ON s.id = f.id AND s.f = 0 JOIN col ON col.id = f.id
