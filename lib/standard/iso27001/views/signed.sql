-- Who prepared, reviewed and approved a document or a corrective action, and
-- the commit that holds the signature.
--   id   n (1 to 3)   word   person   day (as the record states it)
--   commit_id (NULL: history cannot say)   landed   author (who wrote it)
WITH act(id, n, word, person, day, field, value) AS (
	SELECT id, 1, 'prepared_by', prepared_by, (SELECT max(date) FROM document_changes c
		WHERE c.id = d.id), 'version', version FROM document d
	UNION ALL SELECT id, 2, 'reviewed_by', reviewed_by, reviewed, 'reviewed', reviewed FROM document
	UNION ALL SELECT id, 3, 'approved_by', approved_by, approved_on, 'approved_on', approved_on
		FROM document
	UNION ALL SELECT id, 1, 'prepared_by', coalesce(implementer, owner),
		coalesce(implemented_on, created),
		CASE WHEN implemented_on IS NULL THEN 'created' ELSE 'implemented_on' END,
		coalesce(implemented_on, created) FROM corrective_action
	UNION ALL SELECT id, 2, 'reviewed_by', effectiveness_by, effectiveness_on, 'effectiveness.on',
		effectiveness_on FROM corrective_action
	UNION ALL SELECT id, 3, 'approved_by', closed_by, closed_on, 'closed_on', closed_on
		FROM corrective_action),
-- A value that never changed came with the record.
held AS (SELECT a.*, CASE WHEN a.value IS NOT NULL THEN coalesce(
		(SELECT h.commit_id FROM history h WHERE h.id = a.id AND h.field = a.field
			AND h.new = a.value ORDER BY h.seq DESC LIMIT 1),
		CASE WHEN NOT EXISTS (SELECT 1 FROM history h WHERE h.id = a.id AND h.field = a.field)
			THEN (SELECT l.born_id FROM life l WHERE l.id = a.id) END) END AS commit_id
	FROM act a)
SELECT t.id, t.n, t.word, t.person, t.day, t.commit_id, c.day AS landed,
	(SELECT h.author FROM history h WHERE h.id = t.id AND h.commit_id = t.commit_id LIMIT 1) AS author
FROM held t LEFT JOIN commits c ON c.commit_id = t.commit_id
