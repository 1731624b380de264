-- What falls due: one row an open obligation with a day.
SELECT due, id, 'due' AS field, 'action' AS what, owner, 1 AS slips
FROM quality_action WHERE live AND due IS NOT NULL AND done_on IS NULL
UNION ALL
SELECT date_add(received_on, 'P' || setting('answer_days') || 'D'), id, 'received_on', 'answer', owner, 0
FROM complaint WHERE status = 'received'
UNION ALL
SELECT date_add(coalesce(reviewed, approved_on), review_every), id, 'approved_on', 'review', owner, 0
FROM procedure WHERE status = 'in_force' AND approved_on IS NOT NULL
