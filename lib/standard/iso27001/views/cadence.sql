-- How often recurring work was really done over the certification cycle: one
-- row a kind of work, and a row each for plans, activities and documents.
--   work      a word of words.yaml behind "cadence."
--   id        the record it is asked by, or NULL
--   every     what is asked
--   n         days on which it was done
--   first last   shortest longest mean   intervals in days
--   since     days since it was done last
WITH cycle AS (SELECT coalesce((SELECT max(certification_decided) FROM organisation WHERE live),
		date_add(asof(), '-P' || setting('audit_cycle_years') || 'Y')) AS first),
done AS (
	SELECT 'management_review' AS work, NULL AS id, 'P1Y' AS every, held_on AS day
	FROM management_review WHERE held_on IS NOT NULL
	UNION SELECT 'internal_audit', NULL, 'P1Y', held_on FROM audit
	WHERE audit_type = 'internal' AND held_on IS NOT NULL
	UNION SELECT 'training', NULL, 'P1Y', held_on FROM training_session
	WHERE held_on IS NOT NULL AND makeup_of IS NULL
	UNION SELECT 'assessment', NULL, (SELECT max(reassess_every) FROM risk_criteria WHERE live), day
	FROM (SELECT new AS day FROM history WHERE field = 'assessed_on' AND new IS NOT NULL
		UNION SELECT assessed_on FROM risk WHERE assessed_on IS NOT NULL)
	UNION SELECT 'exercise', plan, 'P1Y', held_on FROM exercise
	WHERE held_on IS NOT NULL AND plan IS NOT NULL
	UNION SELECT 'activity', r.id, a.every, r.date FROM activity_runs r
	JOIN activity a ON a.id = r.id AND a.live WHERE r.date IS NOT NULL
	UNION SELECT 'review', d.id, d.review_every, h.new FROM document d
	JOIN history h ON h.id = d.id AND h.field IN ('reviewed', 'approved_on') AND h.new IS NOT NULL
	WHERE d.status = 'in_force'
),
step AS (SELECT work, id, every, day,
	days(lag(day) OVER (PARTITION BY work, id ORDER BY day), day) AS gap
	FROM done JOIN cycle ON done.day BETWEEN cycle.first AND asof()),
-- Days close together are one piece of work in two parts: an audit of two
-- sites, the review and the approval of one edition.
piece AS (SELECT work, id, every, day, gap FROM step
	WHERE gap IS NULL OR gap > CASE work WHEN 'activity' THEN 0 WHEN 'assessment' THEN 60 ELSE 30 END)
SELECT work, id, max(every) AS every, count(*) AS n, min(day) AS first,
	(SELECT max(s.day) FROM step s WHERE s.work = piece.work AND s.id IS piece.id) AS last,
	min(gap) AS shortest, max(gap) AS longest, CAST(round(avg(gap)) AS INTEGER) AS mean,
	days((SELECT max(s.day) FROM step s WHERE s.work = piece.work AND s.id IS piece.id), asof()) AS since
FROM piece GROUP BY work, id
