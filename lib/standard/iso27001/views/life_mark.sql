-- What single changes mean in the life of a record, for `show`: scored,
-- approved, slipped (a day that somebody owes moved later), edited (after the
-- approval that the record still bears).  What is created or closed, the
-- program tells from the life cycle.
SELECT h.id, h.seq, h.field, CASE
	WHEN h.field IN ('likelihood', 'impact', 'level', 'residual_likelihood',
		'residual_impact', 'residual_level', 'severity', 'finding_type')
		THEN 'scored'
	WHEN h.field IN ('approved_on', 'acceptance.on') THEN 'approved'
	WHEN h.field IN ('due', 'planned_on', 'expires') OR h.field LIKE '%].due'
		THEN 'slipped'
	ELSE 'edited' END AS mark
FROM history h JOIN record r ON r.id = h.id
WHERE h.field IN ('likelihood', 'impact', 'level', 'residual_likelihood',
		'residual_impact', 'residual_level', 'severity', 'finding_type')
	OR (h.field IN ('approved_on', 'acceptance.on') AND h.new IS NOT NULL)
	OR ((h.field IN ('due', 'planned_on', 'expires') OR h.field LIKE '%].due')
		AND h.old IS NOT NULL AND h.new > h.old)
	OR (h.what IN ('changed', 'removed', 'body')
		AND (h.what = 'body' AND r.kind = 'document' OR has(setting('controlled_fields'),
			r.kind || '.' || CASE WHEN h.what = 'body' THEN 'body' ELSE substr(h.field, 1,
			min(instr(h.field || '.', '.'), instr(h.field || '[', '[')) - 1) END))
		AND EXISTS (SELECT 1 FROM dated d WHERE d.id = h.id AND d.field = 'approved_on'
			AND d.day < h.day)
		AND NOT EXISTS (SELECT 1 FROM history v WHERE v.id = h.id AND v.seq >= h.seq
			AND v.field IN ('version', 'approved_on', 'approved_by')))
