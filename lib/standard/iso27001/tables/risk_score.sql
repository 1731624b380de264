-- How each risk in use was scored, by the criteria it names: a row a risk.
--   id, cri the criteria, formula
--   a, b, c  the scores of the first, second and third factor
--   gives    the level that follows from them; NULL when a score is missing or
--            outside its scale, or no level is set for them
--   a_after, b_after, c_after, gives_after  the same of the residual risk
-- Many risks are scored alike: the level is found once for all of them.
WITH cri AS MATERIALIZED (SELECT c.id, c.version, c.formula, c.factors AS n,
		(SELECT name FROM risk_criteria_factors f WHERE f.id = c.id AND f.n = 0) AS a,
		(SELECT name FROM risk_criteria_factors f WHERE f.id = c.id AND f.n = 1) AS b,
		(SELECT name FROM risk_criteria_factors f WHERE f.id = c.id AND f.n = 2) AS c
	FROM risk_criteria c WHERE c.status <> 'draft'
), step AS MATERIALIZED (SELECT id, n, own_n AS v
	FROM risk_criteria_factors_steps
), scored AS MATERIALIZED (SELECT r.id, k.id AS cri, k.formula, k.n,
		coalesce(CASE WHEN r.scores > 0 THEN (SELECT s.own_n FROM risk_scores s WHERE s.id = r.id AND s.factor = k.a) END,
			CASE k.a WHEN 'likelihood' THEN r.likelihood WHEN 'impact' THEN r.impact END) AS a,
		coalesce(CASE WHEN r.scores > 0 THEN (SELECT s.own_n FROM risk_scores s WHERE s.id = r.id AND s.factor = k.b) END,
			CASE k.b WHEN 'likelihood' THEN r.likelihood WHEN 'impact' THEN r.impact END) AS b,
		coalesce(CASE WHEN r.scores > 0 THEN (SELECT s.own_n FROM risk_scores s WHERE s.id = r.id AND s.factor = k.c) END,
			CASE k.c WHEN 'likelihood' THEN r.likelihood WHEN 'impact' THEN r.impact END) AS c,
		coalesce(CASE WHEN r.residual_scores > 0 THEN (SELECT s.own_n FROM risk_residual_scores s WHERE s.id = r.id AND s.factor = k.a) END,
			CASE k.a WHEN 'likelihood' THEN r.residual_likelihood WHEN 'impact' THEN r.residual_impact END) AS a_after,
		coalesce(CASE WHEN r.residual_scores > 0 THEN (SELECT s.own_n FROM risk_residual_scores s WHERE s.id = r.id AND s.factor = k.b) END,
			CASE k.b WHEN 'likelihood' THEN r.residual_likelihood WHEN 'impact' THEN r.residual_impact END) AS b_after,
		coalesce(CASE WHEN r.residual_scores > 0 THEN (SELECT s.own_n FROM risk_residual_scores s WHERE s.id = r.id AND s.factor = k.c) END,
			CASE k.c WHEN 'likelihood' THEN r.residual_likelihood WHEN 'impact' THEN r.residual_impact END) AS c_after
	FROM risk r JOIN cri k ON k.version = r.criteria WHERE r.live
), alike AS (SELECT cri, formula, n, a, b, c FROM scored
	UNION SELECT cri, formula, n, a_after, b_after, c_after FROM scored
), known AS (SELECT * FROM alike x
	WHERE n <= 3 AND EXISTS (SELECT 1 FROM step s WHERE s.id = x.cri AND s.n = 0 AND s.v = x.a)
		AND (n < 2 OR EXISTS (SELECT 1 FROM step s WHERE s.id = x.cri AND s.n = 1 AND s.v = x.b))
		AND (n < 3 OR EXISTS (SELECT 1 FROM step s WHERE s.id = x.cri AND s.n = 2 AND s.v = x.c))
), told AS MATERIALIZED (SELECT cri, a, b, c, CASE formula
		WHEN 'matrix' THEN (SELECT item(m.value, (SELECT count(*) FROM step s
				WHERE s.id = x.cri AND s.n = 1 AND s.v <= x.b))
			FROM risk_criteria_matrix m WHERE m.id = x.cri AND m.n + 1 = (SELECT count(*)
				FROM step s WHERE s.id = x.cri AND s.n = 0 AND s.v <= x.a))
		WHEN 'product' THEN (SELECT d.level FROM risk_criteria_bands d WHERE d.id = x.cri
			AND x.a * x.b * coalesce(x.c, 1) BETWEEN d."from" AND d."to")
		ELSE (SELECT d.level FROM risk_criteria_bands d WHERE d.id = x.cri
			AND x.a + x.b + coalesce(x.c, 0) BETWEEN d."from" AND d."to") END AS gives
	FROM known x
)
SELECT s.id, s.cri, s.formula, s.a, s.b, s.c, t.gives,
	s.a_after, s.b_after, s.c_after, u.gives AS gives_after
FROM scored s
LEFT JOIN told t ON t.cri = s.cri AND t.a = s.a AND t.b IS s.b AND t.c IS s.c
LEFT JOIN told u ON u.cri = s.cri AND u.a = s.a_after AND u.b IS s.b_after AND u.c IS s.c_after
