-- Due dates that somebody agreed to move, as the records say it: was is the
-- day that no longer holds.
SELECT id, was, until, "on", by, reason FROM corrective_action_postponed
UNION ALL
SELECT id, was, until, "on", by, reason FROM risk_treatment_postponed
UNION ALL
SELECT id, was, until, "on", by, reason FROM objective_postponed
