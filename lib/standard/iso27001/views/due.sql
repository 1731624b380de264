-- What falls due: one row an open obligation with a day.
--   due   the day            id     the record
--   field where the day stands (its changes in history are the slips)
--   what  a word of words.yaml behind "due."; of a yearly work its id, and
--         field is work.ID.PERIOD
--   owner the person who owes it
--   slips 1 where a later day is a slip; elsewhere the day is renewed each
--         time the work was done
SELECT due, id, field, what, owner, what IN ('action', 'treatment', 'objective',
	'milestone', 'training', 'exercise', 'audit', 'management_review',
	'decision', 'notification', 'change') AS slips
FROM (
	SELECT due, id, 'due' AS field, 'action' AS what,
		coalesce(implementer, owner) AS owner
	FROM corrective_action WHERE due IS NOT NULL
		AND status IN ('open', 'analysed', 'planned', 'reopened')
	UNION ALL
	SELECT due, id, 'due', 'treatment', owner
	FROM risk_treatment WHERE live AND due IS NOT NULL AND done_on IS NULL
	UNION ALL
	SELECT due, id, 'due', 'objective', owner
	FROM objective WHERE status IN ('approved', 'active') AND due IS NOT NULL
	UNION ALL
	SELECT m.due, m.id, 'milestones[' || m.n || '].due', 'milestone', o.owner
	FROM objective_milestones m JOIN objective o USING (id)
	WHERE o.status IN ('approved', 'active') AND m.due IS NOT NULL
		AND m.done_on IS NULL
	UNION ALL
	SELECT min(last), id, 'measurements', 'measurement', owner
	FROM unmeasured WHERE status = 'active' GROUP BY id
	UNION ALL
	SELECT coalesce(review_due, date_add(approved_on, review_every)), id,
		CASE WHEN review_due IS NULL THEN 'approved_on' ELSE 'review_due' END,
		'review', owner
	FROM document WHERE status = 'in_force' AND approved_on IS NOT NULL
		AND (review_due IS NOT NULL OR review_every IS NOT NULL)
	UNION ALL
	SELECT review_due, id, 'review_due', 'review', owner
	FROM record WHERE live AND review_due IS NOT NULL
		AND kind NOT IN ('document', 'supplier', 'legal_requirement', 'activity')
	UNION ALL
	SELECT date_add(r.assessed_on, c.reassess_every), r.id, 'assessed_on',
		'reassessment', r.owner
	FROM risk r JOIN risk_criteria c ON c.version = r.criteria
	WHERE r.live AND r.status <> 'closed' AND r.assessed_on IS NOT NULL
		AND c.reassess_every IS NOT NULL
	UNION ALL
	SELECT acceptance_expires, id, 'acceptance.expires', 'acceptance', owner
	FROM risk WHERE live AND status <> 'closed' AND acceptance_expires IS NOT NULL
	UNION ALL
	SELECT planned_on, id, 'planned_on', 'training', owner
	FROM training_session
	WHERE status IN ('planned', 'postponed')
	UNION ALL
	SELECT planned_on, id, 'planned_on', 'exercise', owner
	FROM exercise
	WHERE status IN ('planned', 'postponed')
	UNION ALL
	SELECT planned_on, id, 'planned_on', 'audit', owner
	FROM audit
	WHERE status IN ('planned', 'postponed')
	UNION ALL
	SELECT planned_on, id, 'planned_on', 'management_review',
		coalesce(chair, owner)
	FROM management_review WHERE status = 'planned'
	UNION ALL
	SELECT d.due, d.id, 'decisions[' || d.n || '].due', 'decision', d.owner
	FROM management_review_decisions d
	WHERE d.due IS NOT NULL AND d.ref IS NULL
	UNION ALL
	SELECT n.due, n.id, 'notify[' || n.n || '].deadline', 'notification',
		i.owner
	FROM notice n JOIN incident i USING (id)
	UNION ALL
	SELECT date_add(assessed_on, review_every), id, 'assessed_on', 'supplier',
		owner
	FROM supplier WHERE status = 'active' AND assessed_on IS NOT NULL
		AND review_every IS NOT NULL
	UNION ALL
	SELECT agreement_until, id, 'agreement.until', 'agreement', owner
	FROM supplier WHERE status = 'active' AND agreement_until IS NOT NULL
	UNION ALL
	SELECT next_check, id, 'next_check', 'legal', owner
	FROM legal_requirement WHERE live AND next_check IS NOT NULL
	UNION ALL
	SELECT due, id, field, 'activity', owner FROM routine
	UNION ALL
	SELECT expires, id, 'expires', 'exception', owner
	FROM exception WHERE status = 'active' AND expires IS NOT NULL
	UNION ALL
	SELECT c.expires, c.id, 'expires', 'competence', c.person
	FROM competence c JOIN person p ON p.id = c.person
	WHERE c.live AND c.expires IS NOT NULL AND p.live
		AND coalesce(p.left, asof()) >= asof()
	UNION ALL
	SELECT planned_on, id, 'planned_on', 'change', owner
	FROM change WHERE status IN ('proposed', 'approved')
		AND planned_on IS NOT NULL
	UNION ALL
	-- The yearly works that no record of their own plans: the ISMS manager's.
	SELECT w.due, o.id, 'work.' || w.work || '.' || w.period, w.work,
		o.isms_manager
	FROM calendar_work w, organisation o
	WHERE o.live AND w.style = 'slot' AND w.state IN ('planned', 'soon', 'late',
		'missing') AND w.period >= period(asof()) AND NOT EXISTS (SELECT 1
		FROM calendar_event e WHERE e.work = w.work AND e.done IS NULL
		AND e.part <> 'training_programme'
		AND coalesce(e.period, period(e.planned)) = w.period)
)
