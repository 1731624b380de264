-- Notices that an incident owes and that are not made: one row each.
--   id, n  the incident and the place in its list
--   due    the recorded deadline, or the earlier one of the law that it names;
--          without both that of a first report
--   given  1 where a deadline is recorded
SELECT n.id, n.n, n."to", n.deadline IS NOT NULL AS given,
	CASE WHEN n.law IS NULL AND n.deadline IS NOT NULL THEN n.deadline
	ELSE min(coalesce(n.deadline, '9999-12-31'), CASE coalesce(n.law, 'jp_first')
		WHEN 'jp_full' THEN date_add(i.detected_on, 'P' || setting('notify_full_days_jp') || 'D')
		WHEN 'jp_full_malicious' THEN date_add(i.detected_on, 'P' || setting('notify_full_malicious_days_jp') || 'D')
		WHEN 'eu' THEN date_add(i.detected_on, 'P' || ((setting('notify_hours_eu') + 23) / 24) || 'D')
		ELSE date_add(i.detected_on, 'P' || setting('notify_first_days_jp') || 'D') END) END AS due
FROM incident_notify n JOIN incident i USING (id)
WHERE n.needed = 1 AND n.done_on IS NULL AND i.status <> 'dismissed'
