-- What `list control` shows; with --columns it shows fields of the records.
SELECT no AS control, says(said || '.title', title, title_ja) AS title,
	says(said || '.required', required, required_ja)
		AS required,
	documents, records, date, owner, errors, state
FROM conformity WHERE part = 'control' ORDER BY n
