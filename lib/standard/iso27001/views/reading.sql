-- What was measured of an objective: the members of its own list, and the
-- measurements of the metric that it names as its measure: of periods within
-- its own time, for which it has none itself.
--   id        of the objective
--   at_id at_field   where the value stands
--   comment   what was said of it; followed 1: a nonconformity or corrective
--             action follows it up
--   latest    1 for the last of each objective
SELECT *, row_number() OVER (PARTITION BY id ORDER BY date DESC, n DESC) = 1 AS latest
FROM (
	SELECT id, n, period, date, value, comment, id AS at_id,
		'measurements[' || n || '].value' AS at_field, 0 AS followed
	FROM objective_measurements WHERE value IS NOT NULL
	UNION ALL
	SELECT o.id, -1, s.period, s.date, s.value, s.conclusion, s.id, 'value',
		NOT blank(s.linked)
	FROM objective o JOIN measurement s ON s.metric = o.measure
	JOIN period_list p ON p.name = s.period
		AND p.first >= o.start AND p.last <= o.due
	WHERE s.value IS NOT NULL AND NOT EXISTS (SELECT 1
		FROM objective_measurements m WHERE m.id = o.id
			AND m.period = s.period AND m.value IS NOT NULL))
