-- What `list clause` shows.
SELECT no AS clause, says(said || '.title', title, title_ja) AS title,
	says(said || '.ask', required, required_ja) AS required,
	need, documents, records, date, owner, errors, state
FROM conformity WHERE part = 'clause' ORDER BY n
