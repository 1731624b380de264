-- What `list clause` shows.
SELECT no AS clause, CASE word('language', 'en') WHEN 'ja' THEN title_ja
		ELSE title END AS title,
	CASE word('language', 'en') WHEN 'ja' THEN required_ja ELSE required END
		AS required,
	need, documents, records, date, owner, errors, state
FROM conformity WHERE part = 'clause' ORDER BY n
