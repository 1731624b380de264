-- The conformity matrix: one row a clause and a control of the catalogue.
--   part      clause or control       no, title, title_ja   which; n its order
--   said      what its texts are called in a language that is a file
--   need      of a clause: M R o -    required, required_ja what is asked for
--   documents in force that name it   records  that answer it, the last three
--   n_records how many they are                of each kind
--   date      the last day on which any of them says that something was done
--   owner     of most of them         errors   findings that are errors
--   state     met (it is recorded and no error is open), partly, missing,
--             not_applicable, unknown (only history can tell)
-- It tells what is recorded; whether that is good enough nobody can compute.
WITH answers(no, kind) AS MATERIALIZED (
	-- Records answer a clause kind by kind, so that they are counted so.
	SELECT c.no, k.kind FROM clause c JOIN (SELECT DISTINCT kind FROM record
		WHERE kind <> 'document' AND state_rank >= 0) k ON has(c.kinds, k.kind)
), kinds(kind) AS MATERIALIZED (SELECT DISTINCT kind FROM answers
), last(kind, id) AS MATERIALIZED (
	SELECT k.kind, r.id FROM kinds k JOIN record r ON r.id IN (
		SELECT x.id FROM record x WHERE x.kind = k.kind AND x.state_rank >= 0
		ORDER BY id_key(x.id) DESC LIMIT 3)
), aside(id) AS MATERIALIZED (SELECT id FROM record
	WHERE state_rank < 0 OR state_rank IS NULL
), of_kind(kind, n, day) AS MATERIALIZED (
	SELECT kind, (SELECT count(*) FROM record r
			WHERE r.kind = k.kind AND r.state_rank >= 0),
		(SELECT max(d.day) FROM dated d WHERE d.kind = k.kind
			AND d.happened = 1 AND d.day <= asof()
			AND d.id NOT IN (SELECT id FROM aside))
	FROM kinds k
), of_owner(kind, owner, n) AS MATERIALIZED (
	SELECT kind, owner, count(*) FROM record WHERE owner IS NOT NULL
		AND state_rank >= 0 AND kind IN (SELECT kind FROM kinds)
	GROUP BY kind, owner
), seen(no, id, kind, owner) AS MATERIALIZED (
	SELECT DISTINCT c.no, d.id, 'document', d.owner
	FROM clause c JOIN document_clauses x ON x.value = c.no
		OR c.no LIKE x.value || '.%' JOIN document d ON d.id = x.id
	WHERE d.status = 'in_force'
	UNION ALL
	SELECT DISTINCT k.id, l.dst, l.dst_kind, k.owner
	FROM control k JOIN link l ON l.src = k.id
	WHERE l.field <> 'owner' AND l.field NOT LIKE 'tested_by%' AND l.field <> 'body' AND l.field NOT GLOB 'body_*'
	UNION ALL
	SELECT DISTINCT l.dst, a.id, 'activity', a.owner
	FROM activity a JOIN link l ON l.src = a.id AND l.dst_kind = 'control'
	WHERE a.live
), counted(no, id, kind, place) AS (SELECT no, id, kind, row_number() OVER (
		PARTITION BY no, kind ORDER BY id_key(id) DESC)
	FROM (SELECT DISTINCT no, id, kind FROM seen)
	UNION ALL
	SELECT a.no, l.id, l.kind, 1
	FROM last l JOIN answers a ON a.kind = l.kind
), sums AS MATERIALIZED (SELECT no, sum(n) AS n, max(day) AS day FROM (
		SELECT s.no, count(DISTINCT s.id) AS n, max((SELECT max(d.day)
			FROM dated d WHERE d.id = s.id AND d.happened AND d.day <= asof())) AS day
		FROM seen s GROUP BY s.no
		UNION ALL
		SELECT a.no, f.n, f.day FROM answers a JOIN of_kind f ON f.kind = a.kind
	) GROUP BY no
), owners(no, owner, place) AS MATERIALIZED (SELECT no, owner, row_number() OVER (
		PARTITION BY no ORDER BY sum(n) DESC, owner)
	FROM (SELECT no, owner, 1 AS n FROM seen WHERE owner IS NOT NULL
		UNION ALL
		SELECT a.no, f.owner, f.n FROM answers a JOIN of_owner f ON f.kind = a.kind
	) GROUP BY no, owner
), docs(no, list) AS MATERIALIZED (SELECT no, group_concat(id, ', ') FROM (
		SELECT DISTINCT no, id FROM seen WHERE kind = 'document'
		ORDER BY no, id_key(id)) GROUP BY no
), recs(no, list) AS MATERIALIZED (SELECT no, group_concat(id, ', ') FROM (
		SELECT no, id FROM counted WHERE kind <> 'document' AND place <= 3
		ORDER BY no, kind, id_key(id)) GROUP BY no
), wrong(no, n) AS MATERIALIZED (SELECT clause, count(*) FROM finding
	WHERE level = 'error' AND waived IS NULL GROUP BY clause
), bad(id, n) AS MATERIALIZED (SELECT record, count(*) FROM finding
	WHERE level = 'error' AND waived IS NULL GROUP BY record
), lack(no, n, all_) AS MATERIALIZED (SELECT no, sum(NOT there), count(*) FROM (
	SELECT c.no, k.value AS kind, EXISTS (SELECT 1 FROM seen s
		WHERE s.no = c.no AND s.kind = k.value) OR EXISTS (SELECT 1
		FROM answers a WHERE a.no = c.no AND a.kind = k.value) AS there
	FROM clause c JOIN (SELECT DISTINCT kind AS value FROM record
			UNION SELECT 'document') k ON has(c.must, k.value)
	UNION ALL
	-- kinds without any record
	SELECT c.no, '', 0 FROM clause c JOIN (WITH RECURSIVE i(n) AS (SELECT 1
			UNION ALL SELECT n + 1 FROM i WHERE n < 4) SELECT n FROM i) i
		ON item(c.must, i.n) IS NOT NULL AND item(c.must, i.n) <> 'document'
			AND item(c.must, i.n) NOT IN (SELECT kind FROM record)
	) GROUP BY no
), whole(yes) AS (SELECT EXISTS (SELECT 1 FROM commits)
	AND NOT EXISTS (SELECT 1 FROM history WHERE what = 'unknown')
)
SELECT 'clause' AS part, c.n, c.no, 'clauses.' || c.no AS said,
	c.title, c.title_ja, c.need,
	c.ask AS required, c.ask_ja AS required_ja, docs.list AS documents,
	recs.list AS records, coalesce(sums.n, 0) AS n_records, sums.day AS date,
	o.owner, coalesce(wrong.n, 0) AS errors,
	CASE WHEN lack.n = lack.all_ THEN 'missing'
		WHEN lack.n > 0 OR wrong.n > 0 THEN 'partly'
		WHEN sums.n IS NULL THEN 'not_applicable'
		WHEN c.history AND NOT (SELECT yes FROM whole) THEN 'unknown'
		ELSE 'met' END AS state
FROM clause c LEFT JOIN docs ON docs.no = c.no LEFT JOIN recs ON recs.no = c.no
LEFT JOIN sums ON sums.no = c.no LEFT JOIN wrong ON wrong.no = c.no
LEFT JOIN lack ON lack.no = c.no
LEFT JOIN owners o ON o.no = c.no AND o.place = 1
UNION ALL
SELECT 'control', 1000 + c.n, c.id, 'catalogue.' || c.id,
	c.title, c.title_ja, NULL,
	'the decision and its reason' || CASE WHEN k.applicable = 1
		THEN ', owner and state of implementation, what shows it' ELSE '' END
		|| CASE WHEN k.applicable = 1 AND has(setting('written_controls'), c.id)
		THEN ', a rule in force' ELSE '' END
		|| CASE WHEN k.applicable = 1 AND has(setting('activity_controls'), c.id)
		THEN ', routine work' ELSE '' END,
	'適用の可否と理由' || CASE WHEN k.applicable = 1
		THEN '、責任者と実施状況、実施の証拠' ELSE '' END
		|| CASE WHEN k.applicable = 1 AND has(setting('written_controls'), c.id)
		THEN '、有効な規程' ELSE '' END
		|| CASE WHEN k.applicable = 1 AND has(setting('activity_controls'), c.id)
		THEN '、定期運用の記録' ELSE '' END,
	docs.list, recs.list, coalesce(sums.n, 0),
	coalesce(k.last_tested, k.since, sums.day), k.owner, coalesce(bad.n, 0),
	CASE WHEN k.applicable IS NULL THEN 'missing'
		WHEN k.applicable = 0 THEN CASE WHEN bad.n > 0 THEN 'partly'
			ELSE 'not_applicable' END
		WHEN k.implementation IS NULL OR k.implementation = 'not_started'
			THEN 'missing'
		WHEN k.implementation <> 'implemented' OR bad.n > 0
			OR (has(setting('written_controls'), c.id) AND NOT EXISTS (SELECT 1
				FROM document d WHERE d.status = 'in_force'
				AND has(d.controls, c.id)))
			OR (has(setting('activity_controls'), c.id) AND NOT EXISTS (SELECT 1
				FROM activity a WHERE a.live AND has(a.control, c.id)))
			THEN 'partly'
		ELSE 'met' END
FROM catalogue c LEFT JOIN control k ON k.id = c.id AND k.live
LEFT JOIN docs ON docs.no = c.id LEFT JOIN recs ON recs.no = c.id
LEFT JOIN sums ON sums.no = c.id LEFT JOIN bad ON bad.id = c.id
