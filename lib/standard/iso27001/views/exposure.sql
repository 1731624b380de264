-- Days that each risk stood above the acceptance level, by the days on which
-- its levels were recorded; what was left after treatment counts where it is
-- known.
--   id   days   since (day on which it last rose above; NULL: it does not now)
WITH rank AS (SELECT c.version, l.value, l.n, (SELECT x.n FROM risk_criteria_levels x
		WHERE x.id = c.id AND x.value = c.acceptance) AS accepted
	FROM risk_criteria c JOIN risk_criteria_levels l ON l.id = c.id),
point AS (SELECT r.id, r.criteria, r.level, r.residual_level, l.born_seq AS seq, l.born AS day
	FROM risk r JOIN life l ON l.id = r.id AND l.born IS NOT NULL
	UNION SELECT r.id, r.criteria, r.level, r.residual_level, h.seq, h.day FROM risk r
	JOIN history h ON h.id = r.id AND h.field IN ('level', 'residual_level', 'status')
	WHERE h.day IS NOT NULL AND h.day <= asof()),
told AS (SELECT p.id, p.criteria, p.seq, p.day,
	coalesce((SELECT h.new FROM history h WHERE h.id = p.id AND h.field = 'residual_level'
			AND h.seq <= p.seq ORDER BY h.seq DESC LIMIT 1),
		CASE WHEN NOT EXISTS (SELECT 1 FROM history h WHERE h.id = p.id
			AND h.field = 'residual_level') THEN p.residual_level END,
		(SELECT h.new FROM history h WHERE h.id = p.id AND h.field = 'level'
			AND h.seq <= p.seq ORDER BY h.seq DESC LIMIT 1),
		(SELECT h.old FROM history h WHERE h.id = p.id AND h.field = 'level'
			ORDER BY h.seq LIMIT 1),
		CASE WHEN NOT EXISTS (SELECT 1 FROM history h WHERE h.id = p.id
			AND h.field = 'level') THEN p.level END) AS level,
	coalesce((SELECT h.new FROM history h WHERE h.id = p.id AND h.field = 'status'
			AND h.seq <= p.seq ORDER BY h.seq DESC LIMIT 1), '') AS status
	FROM point p),
span AS (SELECT t.id, t.day, coalesce(lead(t.day) OVER (PARTITION BY t.id ORDER BY t.seq), asof()) AS next,
	lead(t.day) OVER (PARTITION BY t.id ORDER BY t.seq) IS NULL AS open,
	t.status <> 'closed' AND coalesce((SELECT k.n > k.accepted FROM rank k
		WHERE k.version = t.criteria AND k.value = t.level), 0) AS above
	FROM told t)
SELECT id, sum(CASE WHEN above THEN days(day, next) ELSE 0 END) AS days,
	max(CASE WHEN above AND open THEN coalesce((SELECT min(s.day) FROM span s WHERE s.id = span.id
		AND s.above AND NOT EXISTS (SELECT 1 FROM span b WHERE b.id = s.id AND NOT b.above
			AND b.day >= s.day)), day) END) AS since
FROM span GROUP BY id
