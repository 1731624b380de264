-- The risks that stand above the acceptance level of the criteria in force, by
-- their residual level where there is one: id.
SELECT r.id FROM risk r WHERE r.live = 1 AND r.status <> 'closed'
	AND coalesce((SELECT n FROM risk_criteria_levels l JOIN risk_criteria c ON c.id = l.id
		WHERE c.live = 1 AND l.value = coalesce(r.residual_level, r.level)), 0)
	> (SELECT n FROM risk_criteria_levels l JOIN risk_criteria c ON c.id = l.id
		WHERE c.live = 1 AND l.value = c.acceptance)
