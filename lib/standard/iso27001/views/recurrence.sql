-- Whether a cause came back: corrective actions judged effective, and the
-- nonconformities within twelve months that meet the same criterion in the same
-- department, or have an action with the same cause.
--   id   judged   until   again (ids, or NULL)   state: again, none, watched
SELECT c.id, c.effectiveness_on AS judged, date_add(c.effectiveness_on, setting('repeat_months')) AS until,
	group_concat(DISTINCT m.id) AS again,
	CASE WHEN count(m.id) > 0 THEN 'again'
		WHEN date_add(c.effectiveness_on, setting('repeat_months')) < asof() THEN 'none'
		ELSE 'watched' END AS state
FROM corrective_action c JOIN nonconformity n ON n.id = c.ncr
LEFT JOIN nonconformity m ON m.id <> n.id AND m.detected_on > c.implemented_on
	AND m.detected_on <= date_add(c.effectiveness_on, setting('repeat_months'))
	AND (m.criterion = n.criterion AND m.department = n.department
		OR EXISTS (SELECT 1 FROM corrective_action x WHERE x.ncr = m.id
			AND same_words(x.root_cause, c.root_cause) >= setting('cause_alike') + 0))
WHERE c.effectiveness_on IS NOT NULL AND c.effectiveness_result = 'effective'
GROUP BY c.id
