-- What `list control` shows; with --columns it shows fields of the records.
SELECT no AS control, CASE word('language', 'en') WHEN 'ja' THEN title_ja
		ELSE title END AS title,
	CASE word('language', 'en') WHEN 'ja' THEN required_ja ELSE required END
		AS required,
	documents, records, date, owner, errors, state
FROM conformity WHERE part = 'control' ORDER BY n
