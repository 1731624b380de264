-- Routine work and when it is due next.
--   last   the day on which it was done last; NULL: never
--   due    the recorded next day, as long as it is no further ahead than the
--          interval and its grace; else the interval after the last time
--   field  where that day comes from
WITH l AS MATERIALIZED (SELECT a.id, a.owner, a.every, a.last_done, a.next_due, a.created,
		nullif(max(coalesce(a.last_done, ''), coalesce((SELECT max(r.date)
			FROM activity_runs r WHERE r.id = a.id), '')), '') AS last
	FROM activity a WHERE a.live),
  d AS MATERIALIZED (SELECT l.*, date_add(coalesce(last, created), every) AS natural FROM l)
SELECT id, owner, every, last,
	CASE WHEN next_due > coalesce(last, '') AND (last IS NULL OR natural IS NULL
		OR days(natural, next_due) <= days(last, natural)
			* (0 + setting('activity_grace'))) THEN next_due
	ELSE natural END AS due,
	CASE WHEN next_due > coalesce(last, '') THEN 'next_due'
		WHEN last_done IS NOT NULL THEN 'last_done' ELSE 'every' END AS field
FROM d WHERE coalesce(natural, next_due) IS NOT NULL
