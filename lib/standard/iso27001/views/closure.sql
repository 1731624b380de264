-- The commits that brought records into the end state they are in, or before
-- it into one of the setting sealed_states, from which on they are evidence.
--   id kind   status (the state entered)   seq day who commit_id
--   closed   1: the end state itself   entry   1: it was no evidence before
SELECT h.id, r.kind, h.new AS status, h.seq, h.day, h.author AS who,
	coalesce(h.written_id, h.commit_id) AS commit_id,
	r.ended AND h.new = r.status AS closed,
	NOT (h.old = r.status OR has(setting('sealed_states'), r.kind || '.' || h.old)) AS entry
FROM record r CROSS JOIN history h ON h.id = r.id AND h.field = 'status' AND h.what = 'changed'
WHERE (r.ended OR has(setting('sealed_states'), r.kind || '.' || r.status))
	AND (h.new = r.status OR has(setting('sealed_states'), r.kind || '.' || h.new))
UNION ALL
-- There since it first appeared.
SELECT b.id, b.kind, b.first, b.born_seq, b.born, c.author_name, b.born_id,
	b.ended AND b.first = b.status AND b.same, 1
FROM (SELECT r.id, r.kind, r.status, r.ended, l.born_seq, l.born, l.born_id, f.old IS NULL AS same,
		coalesce(f.old, r.status) AS first
	FROM record r JOIN life l ON l.id = r.id AND l.born_seq IS NOT NULL
	LEFT JOIN history f ON f.id = r.id AND f.field = 'status' AND f.what = 'changed'
		AND f.seq = (SELECT min(x.seq) FROM history x WHERE x.id = r.id AND x.field = 'status')
	WHERE r.ended OR has(setting('sealed_states'), r.kind || '.' || r.status)) b
JOIN commits c ON c.commit_id = b.born_id
WHERE b.first = b.status OR has(setting('sealed_states'), b.kind || '.' || b.first)
