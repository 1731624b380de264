-- Days from which one asks what changed since, as far back as history tells:
-- audits and reviews held, editions of the manual, ends of months (id NULL).
SELECT day, id, edition FROM (
  SELECT held_on AS day, id, NULL AS edition FROM audit
  UNION SELECT held_on, id, NULL FROM management_review
  UNION SELECT c.date, c.id, c.version FROM document d JOIN document_changes c ON c.id = d.id
    WHERE d.doc_type = 'manual' AND d.live = 1
  UNION SELECT last, NULL, NULL FROM period_list WHERE unit = 'month' AND last < asof())
WHERE day <= asof() AND day >= (SELECT min(day) FROM commits)
