-- The periods of an objective that still runs for which nothing was measured:
-- one row each, ended or not.  What was measured of a part of the period (a
-- quarter of the half-year) counts for it.
SELECT o.id, o.owner, o.status, p.name AS period, p.first, p.last
FROM objective o JOIN period_list p ON p.unit = o.period
	AND p.first >= o.start AND p.last <= o.due
WHERE o.status IN ('approved', 'active') AND NOT EXISTS (SELECT 1
	FROM reading r JOIN period_list q ON q.name = r.period
	WHERE r.id = o.id AND q.first >= p.first AND q.last <= p.last)
