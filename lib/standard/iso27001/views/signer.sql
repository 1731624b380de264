-- Who stands behind a commit: its author, its committer (who merged it, for a
-- merge) and whom its trailers name.
--   commit_id   role   person_id (NULL: no record of a person)   name   mail
SELECT commit_id, 'author' AS role, author_id AS person_id, author_name AS name,
	author_mail AS mail FROM commits
UNION ALL SELECT commit_id, 'committer', committer_id, committer_name,
	committer_mail FROM commits
UNION ALL SELECT commit_id, 'author', author_id, author_name, author_mail
	FROM branch_commit
UNION ALL SELECT commit_id, 'committer', committer_id, committer_name,
	committer_mail FROM branch_commit
UNION ALL SELECT commit_id, key, person_id, name, mail FROM trailer
	WHERE key LIKE '%-by'
