-- What an auditor asks first, in the order of his asking.
--   n      the place           en ja  what is asked
--   amount how many there are  ready  1 where that number is in order
--   page   of the manual, that shows them
SELECT column1 AS n, column2 AS en, column3 AS ja, column4 AS amount,
	CASE column5 WHEN 'none' THEN column4 = 0 ELSE column4 > 0 END AS ready,
	column6 AS page
FROM (VALUES
	(1, 'Corrective actions overdue', '期限を過ぎた是正処置',
	(SELECT count(*) FROM corrective_action WHERE due < asof()
		AND status IN ('open', 'analysed', 'planned', 'reopened')),
	'none', 'corrective-action'),
	(2, 'Nonconformities without a corrective action',
	'是正処置のない不適合',
	(SELECT count(*) FROM nonconformity n WHERE ended = 0 AND NOT EXISTS (
		SELECT 1 FROM corrective_action c WHERE c.ncr = n.id)),
	'none', 'nonconformity'),
	(3, 'Internal audits held in the last 12 months',
	'過去12か月に実施した内部監査',
	(SELECT count(*) FROM audit WHERE audit_type = 'internal'
		AND held_on > date_add(asof(), '-P1Y') AND held_on <= asof()),
	'some', 'audits'),
	(4, 'Management reviews held in the last 12 months',
	'過去12か月に実施したマネジメントレビュー',
	(SELECT count(*) FROM management_review
		WHERE held_on > date_add(asof(), '-P1Y') AND held_on <= asof()),
	'some', 'management-review'),
	(5, 'Documents past their review', '見直し期限を過ぎた文書',
	(SELECT count(*) FROM document WHERE status = 'in_force'
		AND review_due < asof()), 'none', 'documents'),
	(6, 'Risks past their review', '見直し期限を過ぎたリスク',
	(SELECT count(*) FROM risk WHERE live = 1 AND status <> 'closed'
		AND review_due < asof()), 'none', 'risk-assessment'),
	(7, 'Applicable controls not yet implemented', '適用するが未実施の管理策',
	(SELECT count(*) FROM control WHERE applicable = 1
		AND coalesce(implementation, '') <> 'implemented'), 'none', 'soa'),
	(8, 'Errors the compiler found', '検出されたエラー',
	(SELECT count(*) FROM finding WHERE level = 'error' AND waived IS NULL),
	'none', 'findings'))
