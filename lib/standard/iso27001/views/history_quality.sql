-- How much the history can prove: one row a fact, in the language of the run.
--   n   key   item   amount (a number or a day; NULL: unknown)   value   tone
WITH c AS (SELECT count(*) AS n, min(day) AS first, max(day) AS last, sum(parents > 1) AS merges,
		sum(signed) AS signed, sum(back > 1) AS back, sum(day IS NULL) AS dateless,
		sum(day > asof()) AS ahead, sum(author_mail <> committer_mail AND parents < 2) AS other,
		sum(author_id IS NULL) AS unknown, count(DISTINCT author_mail) AS people,
		sum(records >= 20) AS large, max(days(author_day, day)) AS wait
	FROM commits),
s AS (SELECT whole, why FROM history_state)
SELECT 1 AS n, 'whole' AS key, says('texts.Whole', 'Whole', '履歴の完全性') AS item, whole AS amount,
	CASE WHEN whole IS NULL THEN says('texts.not read', 'not read', '読み込んでいません')
		WHEN whole THEN says('texts.yes', 'yes', '完全') ELSE why END AS value,
	CASE WHEN whole THEN 'good' ELSE 'bad' END AS tone FROM s
UNION ALL SELECT 2, 'first', says('texts.First commit', 'First commit', '最初のコミット'), first, first, NULL FROM c WHERE n > 0
UNION ALL SELECT 3, 'last', says('texts.Last commit', 'Last commit', '最後のコミット'), last, last, NULL FROM c WHERE n > 0
UNION ALL SELECT 4, 'commits', says('texts.Commits of the main line', 'Commits of the main line', '主たる系列のコミット'), n, n, NULL FROM c WHERE n > 0
UNION ALL SELECT 5, 'merges', says('texts.of them merges', 'of them merges', 'うちマージ'), merges, merges, NULL FROM c WHERE n > 0
UNION ALL SELECT 6, 'landed_by_another', says('texts.landed by another than the author (squashed, rebased, applied)', 'landed by another than the author (squashed, rebased, applied)', '作成者以外が取り込んだコミット（スカッシュ、リベース等）'),
	other, other, NULL FROM c WHERE n > 0
UNION ALL SELECT 7, 'people', says('texts.Authors', 'Authors', '作成者の人数'), people, people, NULL FROM c WHERE n > 0
UNION ALL SELECT 8, 'unknown_authors', says('texts.Commits by people without a record', 'Commits by people without a record', '要員の記録にない人のコミット'),
	unknown, unknown, CASE WHEN unknown > 0 THEN 'warn' END FROM c WHERE n > 0
UNION ALL SELECT 9, 'signed', says('texts.Commits with a signature (not verified)', 'Commits with a signature (not verified)', '署名のあるコミット（検証はしていません）'),
	signed, signed || ' (' || 100 * signed / n || ' %)', NULL FROM c WHERE n > 0
UNION ALL SELECT 10, 'approvals', says('texts.Commits with a trailer of who approved', 'Commits with a trailer of who approved', '承認者を示すトレーラーのあるコミット'),
	(SELECT count(DISTINCT commit_id) FROM trailer WHERE key = 'Approved-by'),
	(SELECT count(DISTINCT commit_id) FROM trailer WHERE key = 'Approved-by'), NULL FROM c WHERE n > 0
UNION ALL SELECT 11, 'longest_wait', says('texts.Longest time from writing to landing, in days', 'Longest time from writing to landing, in days', '作成から取込みまでの最長日数'),
	wait, wait, NULL FROM c WHERE n > 0
UNION ALL SELECT 12, 'clock_back', says('texts.Commits whose clock runs back', 'Commits whose clock runs back', '時計がさかのぼるコミット'),
	back, back, CASE WHEN back > 0 THEN 'warn' END FROM c WHERE n > 0
UNION ALL SELECT 13, 'clock_ahead', says('texts.Commits after the as-of date', 'Commits after the as-of date', '基準日より後のコミット'),
	ahead, ahead, CASE WHEN ahead > 0 THEN 'warn' END FROM c WHERE n > 0
UNION ALL SELECT 14, 'dateless', says('texts.Commits without a readable date', 'Commits without a readable date', '日付が読めないコミット'),
	dateless, dateless, CASE WHEN dateless > 0 THEN 'warn' END FROM c WHERE n > 0
UNION ALL SELECT 15, 'large', says('texts.Commits that changed 20 records and more', 'Commits that changed 20 records and more', '20件以上の記録を変更したコミット'),
	large, large, NULL FROM c WHERE n > 0
