-- Where each risk stands on the map of its criteria: id, cri, residual 0 or 1,
-- row and col as in risk_map.  Where no residual score is recorded, the risk
-- stays where it was.
WITH at AS (SELECT s.id, s.cri, k.formula, k.factors AS n, 0 AS residual, s.a, s.b, s.c
	FROM risk_score s JOIN risk_criteria k ON k.id = s.cri
	UNION ALL
	SELECT s.id, s.cri, k.formula, k.factors, 1, coalesce(s.a_after, s.a),
		coalesce(s.b_after, s.b), coalesce(s.c_after, s.c)
	FROM risk_score s JOIN risk_criteria k ON k.id = s.cri
), alike AS (SELECT DISTINCT cri, formula, n, a, b, c FROM at
), cell AS MATERIALIZED (SELECT DISTINCT x.cri, x.a, x.b, x.c, m.row, m.col
	FROM alike x JOIN risk_map m ON m.id = x.cri AND m.row_value = x.a
		AND m.col_value = CASE WHEN x.n < 3 THEN x.b
			WHEN x.formula = 'product' THEN x.b * x.c ELSE x.b + x.c END
)
SELECT at.id, at.cri, at.residual, cell.row, cell.col
FROM at JOIN cell ON cell.cri = at.cri AND cell.a = at.a AND cell.b = at.b
	AND cell.c IS at.c
