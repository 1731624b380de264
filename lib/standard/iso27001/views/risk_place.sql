-- Where each risk stands on the map of its criteria: id, cri, residual 0 or 1,
-- row and col as in risk_map.  Where no residual score is recorded, the risk
-- stays where it was.
WITH score AS MATERIALIZED (SELECT r.id, c.id AS cri, c.formula, c.factors AS n, x.n AS f,
		coalesce((SELECT s.own_n FROM risk_scores s WHERE s.id = r.id
			AND s.factor = x.name), CASE x.name WHEN 'likelihood'
			THEN r.likelihood WHEN 'impact' THEN r.impact END) AS v,
		coalesce((SELECT s.own_n FROM risk_residual_scores s WHERE s.id = r.id
			AND s.factor = x.name), CASE x.name WHEN 'likelihood'
			THEN r.residual_likelihood WHEN 'impact' THEN r.residual_impact END) AS w
	FROM risk r JOIN risk_criteria c ON c.version = r.criteria
		AND c.status <> 'draft'
	JOIN risk_criteria_factors x ON x.id = c.id
	WHERE r.status <> 'closed'
), both AS (SELECT id, cri, formula, n, f, 0 AS residual, v FROM score
	UNION ALL SELECT id, cri, formula, n, f, 1, coalesce(w, v) FROM score
), sums AS (SELECT id, cri, formula, n, residual,
		max(CASE f WHEN 0 THEN v END) AS a, max(CASE f WHEN 1 THEN v END) AS b,
		max(CASE f WHEN 2 THEN v END) AS c
	FROM both GROUP BY id, residual
), at AS (SELECT id, cri, residual, a, CASE WHEN n < 3 THEN b
		WHEN formula = 'product' THEN b * c ELSE b + c END AS v FROM sums)
SELECT DISTINCT at.id, at.cri, at.residual, m.row, m.col
FROM at JOIN risk_map m ON m.id = at.cri AND m.row_value = at.a
	AND m.col_value = at.v
