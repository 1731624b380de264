-- Every record that planned or did a work of the calendar.
--   work    the work's id             part  the kind, or part of the work
--   id      the record                period the ISMS year it is for, or NULL
--   planned a day by which it is to be done and is not done yet, or was planned
--   done    the day on which it was done
-- A date that is written anew each year keeps its earlier values in history.
WITH past(id, field, day) AS MATERIALIZED (SELECT DISTINCT id, field, old
    FROM history WHERE field IN ('reviewed', 'approved_on', 'assessed_on',
      'checked_on', 'last_done') AND old IS NOT NULL),
  seen(kind, id, field, day) AS (SELECT r.kind, r.id, p.field, p.day
    FROM past p JOIN record r ON r.id = p.id)
SELECT * FROM (
	SELECT 'yearly_plan' AS work, 'audit_programme' AS part, id, period,
		NULL AS planned, approved_on AS done
	FROM audit_programme WHERE state_rank >= 1
	UNION ALL
	SELECT 'yearly_plan', 'training_programme', id, period, NULL, approved_on
	FROM training_programme WHERE state_rank >= 1
	UNION ALL
	SELECT CASE kind WHEN 'asset' THEN 'asset_check' ELSE 'context_review' END,
		kind, id, NULL, NULL, reviewed
	FROM record WHERE kind IN ('issue', 'interested_party', 'asset')
	UNION ALL
	-- Setting the register up is the first look at it; a late row is none.
	SELECT CASE kind WHEN 'asset' THEN 'asset_check' ELSE 'context_review' END,
		kind, id, NULL, NULL, min(created)
	FROM record WHERE kind IN ('issue', 'interested_party', 'asset')
	GROUP BY kind
	UNION ALL
	SELECT CASE kind WHEN 'asset' THEN 'asset_check'
			WHEN 'organisation' THEN 'scope_review'
			WHEN 'statement_of_applicability' THEN 'treatment_plan'
			WHEN 'document' THEN 'document_review' ELSE 'context_review' END,
		kind, id, NULL, NULL, day
	FROM seen WHERE (field = 'reviewed' AND kind IN ('issue',
			'interested_party', 'asset', 'organisation',
			'statement_of_applicability', 'document'))
		OR (field = 'approved_on' AND kind IN ('organisation',
			'statement_of_applicability', 'document'))
	UNION ALL
	SELECT CASE kind WHEN 'risk' THEN 'risk_assessment'
			WHEN 'supplier' THEN 'supplier_review' ELSE 'legal_check' END,
		kind, id, NULL, NULL, day
	FROM seen WHERE (field = 'assessed_on' AND kind IN ('risk', 'supplier'))
		OR (field = 'checked_on' AND kind = 'legal_requirement')
	UNION ALL
	SELECT 'scope_review', 'organisation', id, NULL, NULL, reviewed
	FROM organisation
	UNION ALL
	SELECT 'scope_review', 'organisation', id, NULL, NULL, approved_on
	FROM organisation WHERE state_rank >= 1
	UNION ALL
	SELECT 'legal_check', 'legal_requirement', id, NULL,
		CASE WHEN live THEN next_check END, checked_on
	FROM legal_requirement
	UNION ALL
	SELECT 'risk_assessment', 'risk', id, NULL, NULL, assessed_on FROM risk
	UNION ALL
	SELECT 'treatment_plan', 'statement_of_applicability', id, NULL, NULL,
		reviewed
	FROM statement_of_applicability
	UNION ALL
	SELECT 'treatment_plan', 'statement_of_applicability', id, NULL, NULL,
		approved_on
	FROM statement_of_applicability WHERE state_rank >= 1
	UNION ALL
	SELECT 'objectives_set', 'objective', id, period(start), NULL,
		coalesce(approved_on, start)
	FROM objective WHERE state_rank >= 1
	UNION ALL
	SELECT 'objectives_measured', 'objective', id, NULL, NULL, date
	FROM objective_measurements
	UNION ALL
	SELECT 'objectives_measured', 'objective', id, NULL, min(last), NULL
	FROM unmeasured WHERE status = 'active' GROUP BY id
	UNION ALL
	SELECT 'objectives_measured', 'measurement', id, NULL, NULL, date
	FROM measurement
	UNION ALL
	SELECT 'document_review', 'document', id, NULL,
		CASE status WHEN 'in_force' THEN coalesce(review_due,
			date_add(approved_on, review_every)) END, reviewed
	FROM document
	UNION ALL
	SELECT 'document_review', 'document', id, NULL, NULL, approved_on
	FROM document WHERE state_rank >= 2
	UNION ALL
	SELECT 'training', 'training_session', t.id, p.period, t.planned_on, t.held_on
	FROM training_session t LEFT JOIN training_programme p ON p.id = t.programme
	WHERE t.status <> 'cancelled'
	UNION ALL
	SELECT 'training', 'training_session', p.id, p.period,
		date_add(date_add(i.planned || '-01', 'P1M'), '-P1D'), NULL
	FROM training_programme p JOIN training_programme_items i ON i.id = p.id
	WHERE p.state_rank >= 1
	UNION ALL
	SELECT 'supplier_review', 'supplier', id, NULL, CASE status
		WHEN 'active' THEN date_add(assessed_on, review_every) END, assessed_on
	FROM supplier
	UNION ALL
	SELECT 'access_review', 'activity', a.id, NULL, a.next_due, NULL
	FROM activity a WHERE a.live AND has(a.control, 'A.5.18')
	UNION ALL
	SELECT 'access_review', 'activity', a.id, NULL, NULL, r.date
	FROM activity a JOIN activity_runs r ON r.id = a.id
	WHERE has(a.control, 'A.5.18')
	UNION ALL
	SELECT 'continuity_drill', 'exercise', id, NULL, planned_on, held_on
	FROM exercise WHERE status <> 'cancelled'
	UNION ALL
	SELECT 'incidents', 'incident', i.id, NULL, min(n.deadline), NULL
	FROM incident i JOIN incident_notify n ON n.id = i.id
	WHERE n.needed = 1 AND n.done_on IS NULL AND n.deadline IS NOT NULL
	GROUP BY i.id
	UNION ALL
	SELECT 'incidents', 'incident', id, NULL, NULL, closed_on FROM incident
	UNION ALL
	SELECT 'internal_audit', 'audit', a.id, (SELECT p.period
		FROM audit_programme_audits x JOIN audit_programme p ON p.id = x.id
		WHERE x.value = a.id ORDER BY p.period LIMIT 1), a.planned_on, a.held_on
	FROM audit a WHERE a.audit_type = 'internal' AND a.status <> 'cancelled'
	UNION ALL
	SELECT 'corrective_actions', 'corrective_action', id, NULL,
		CASE WHEN status IN ('open', 'analysed', 'planned', 'reopened')
			THEN due END,
		implemented_on
	FROM corrective_action
	UNION ALL
	SELECT 'management_review', 'management_review', id, period, planned_on,
		held_on
	FROM management_review
	UNION ALL
	SELECT 'certification_audit', 'audit', id, NULL,
		CASE WHEN held_on IS NULL THEN planned_on END, held_on
	FROM audit WHERE audit_type IN ('stage1', 'stage2', 'surveillance',
		'recertification') AND status <> 'cancelled'
	UNION ALL
	SELECT 'next_plan', 'objective', id, period(created), NULL, created
	FROM objective WHERE period(start) > period(created)
	UNION ALL
	SELECT 'next_plan', 'training_programme', id, period(created), NULL, created
	FROM training_programme WHERE period > period(created)
	UNION ALL
	SELECT 'next_plan', 'audit_programme', id, period(created), NULL, created
	FROM audit_programme WHERE period > period(created)
)
WHERE planned IS NOT NULL OR done IS NOT NULL
