-- How much the history can prove: one row a fact, in the language of the run.
--   n   key   item   amount (a number or a day; NULL: unknown)   value   tone
WITH w AS (SELECT word('language', 'en') = 'ja' AS ja),
c AS (SELECT count(*) AS n, min(day) AS first, max(day) AS last, sum(parents > 1) AS merges,
		sum(signed) AS signed, sum(back > 1) AS back, sum(day IS NULL) AS dateless,
		sum(day > asof()) AS ahead, sum(author_mail <> committer_mail AND parents < 2) AS other,
		sum(author_id IS NULL) AS unknown, count(DISTINCT author_mail) AS people,
		sum(records >= 20) AS large, max(days(author_day, day)) AS wait
	FROM commits),
s AS (SELECT whole, why FROM history_state)
SELECT 1 AS n, 'whole' AS key, CASE WHEN ja THEN '履歴の完全性' ELSE 'Whole' END AS item, whole AS amount,
	CASE WHEN whole IS NULL THEN CASE WHEN ja THEN '読み込んでいません' ELSE 'not read' END
		WHEN whole THEN CASE WHEN ja THEN '完全' ELSE 'yes' END ELSE why END AS value,
	CASE WHEN whole THEN 'good' ELSE 'bad' END AS tone FROM s, w
UNION ALL SELECT 2, 'first', CASE WHEN ja THEN '最初のコミット' ELSE 'First commit' END, first, first, NULL FROM c, w WHERE n > 0
UNION ALL SELECT 3, 'last', CASE WHEN ja THEN '最後のコミット' ELSE 'Last commit' END, last, last, NULL FROM c, w WHERE n > 0
UNION ALL SELECT 4, 'commits', CASE WHEN ja THEN '主たる系列のコミット' ELSE 'Commits of the main line' END, n, n, NULL FROM c, w WHERE n > 0
UNION ALL SELECT 5, 'merges', CASE WHEN ja THEN 'うちマージ' ELSE 'of them merges' END, merges, merges, NULL FROM c, w WHERE n > 0
UNION ALL SELECT 6, 'landed_by_another', CASE WHEN ja THEN '作成者以外が取り込んだコミット（スカッシュ、リベース等）' ELSE 'landed by another than the author (squashed, rebased, applied)' END,
	other, other, NULL FROM c, w WHERE n > 0
UNION ALL SELECT 7, 'people', CASE WHEN ja THEN '作成者の人数' ELSE 'Authors' END, people, people, NULL FROM c, w WHERE n > 0
UNION ALL SELECT 8, 'unknown_authors', CASE WHEN ja THEN '要員の記録にない人のコミット' ELSE 'Commits by people without a record' END,
	unknown, unknown, CASE WHEN unknown > 0 THEN 'warn' END FROM c, w WHERE n > 0
UNION ALL SELECT 9, 'signed', CASE WHEN ja THEN '署名のあるコミット（検証はしていません）' ELSE 'Commits with a signature (not verified)' END,
	signed, signed || ' (' || 100 * signed / n || ' %)', NULL FROM c, w WHERE n > 0
UNION ALL SELECT 10, 'approvals', CASE WHEN ja THEN '承認者を示すトレーラーのあるコミット' ELSE 'Commits with a trailer of who approved' END,
	(SELECT count(DISTINCT commit_id) FROM trailer WHERE key = 'Approved-by'),
	(SELECT count(DISTINCT commit_id) FROM trailer WHERE key = 'Approved-by'), NULL FROM c, w WHERE n > 0
UNION ALL SELECT 11, 'longest_wait', CASE WHEN ja THEN '作成から取込みまでの最長日数' ELSE 'Longest time from writing to landing, in days' END,
	wait, wait, NULL FROM c, w WHERE n > 0
UNION ALL SELECT 12, 'clock_back', CASE WHEN ja THEN '時計がさかのぼるコミット' ELSE 'Commits whose clock runs back' END,
	back, back, CASE WHEN back > 0 THEN 'warn' END FROM c, w WHERE n > 0
UNION ALL SELECT 13, 'clock_ahead', CASE WHEN ja THEN '基準日より後のコミット' ELSE 'Commits after the as-of date' END,
	ahead, ahead, CASE WHEN ahead > 0 THEN 'warn' END FROM c, w WHERE n > 0
UNION ALL SELECT 14, 'dateless', CASE WHEN ja THEN '日付が読めないコミット' ELSE 'Commits without a readable date' END,
	dateless, dateless, CASE WHEN dateless > 0 THEN 'warn' END FROM c, w WHERE n > 0
UNION ALL SELECT 15, 'large', CASE WHEN ja THEN '20件以上の記録を変更したコミット' ELSE 'Commits that changed 20 records and more' END,
	large, large, NULL FROM c, w WHERE n > 0
