-- Each work of the calendar in each ISMS year from the first to the next.
--   work style period   which work, in which year; n its order
--   due     the day it is to be done by; until: the end of the grace
--   began   the first day on which something of it was done in the year
--   done    the day on which every part of it had been done, NULL before
--   ended   the last day on which something of it was done in the year
--   last    when something of it was last done before the day judged
--   record  one that did it, else one that plans it
--   part    the parts that lack
--   sure    1 when no earlier day can have been written over
--   now     1 in the year of the day judged
--   late    days between due and done, or the day judged when it is not done
--   state   done, planned, soon (within the lead time), late (due has passed),
--           missing (the grace, too), unknown (only history can tell), none
--           (nothing was to be done)
-- The first year is that in which the ISMS was set up.
WITH birth(day) AS MATERIALIZED (SELECT min(created) FROM organisation),
  whole(yes) AS MATERIALIZED (SELECT EXISTS (SELECT 1 FROM commits)
    AND NOT EXISTS (SELECT 1 FROM history WHERE what = 'unknown')),
  event AS MATERIALIZED (SELECT work, part, id, planned,
      CASE WHEN done <= asof() THEN done END AS done,
      coalesce(period, period(coalesce(done, planned))) AS period
    FROM calendar_event),
  part AS (SELECT work, period, part, min(done) AS first, max(done) AS last,
      min(done || id) AS key
    FROM event WHERE done IS NOT NULL GROUP BY work, period, part),
  did AS MATERIALIZED (SELECT work, period, min(first) AS began,
      max(first) AS whole, max(last) AS ended, count(*) AS parts,
      substr(min(key), 11) AS id,
      group_concat(part, ', ') AS names
    FROM part GROUP BY work, period),
  last AS MATERIALIZED (SELECT work, max(done) AS day FROM event GROUP BY work),
  plan AS MATERIALIZED (SELECT work, period, min(planned) AS day,
      substr(min(planned || id), 11) AS id
    FROM event WHERE planned IS NOT NULL GROUP BY work, period),
  open AS MATERIALIZED (SELECT work, min(planned) AS day,
      substr(min(planned || id), 11) AS id
    FROM calendar_event WHERE planned IS NOT NULL GROUP BY work),
  row AS MATERIALIZED (SELECT c.n, c.id AS work, c.style, c.grace, c.renewed, y.name AS period, y.first,
      y.last AS close, y.first <= asof() AND y.last >= asof() AS now,
      y.first > asof() AS ahead,
      CASE WHEN c.style = 'slot' THEN coalesce(
          date_add(date_add(substr(plan.day, 1, 8) || '01', 'P1M'), '-P1D'),
          date_add(date_add(y.first, 'P' || c.month || 'M'), '-P1D'))
        WHEN y.last >= asof() AND (y.first > asof() OR open.day <= y.last)
          AND (y.first <= asof() OR open.day >= y.first) THEN open.day END AS due,
      did.began, did.ended, last.day AS last,
      CASE WHEN c.style <> 'slot' THEN did.ended
        WHEN c.needs = 'any' OR did.parts > (length(c.kinds)
          - length(replace(c.kinds, ',', ''))) THEN did.whole END AS done,
      CASE WHEN c.needs = 'all' AND c.kinds LIKE '%, %' AND did.parts = 1
        THEN trim(replace(', ' || c.kinds, ', ' || did.names, ''), ', ')
        END AS part,
      did.id AS did, plan.id AS plan, open.id AS open
    FROM calendar c JOIN period_list y ON y.unit = 'year'
      AND y.last >= (SELECT day FROM birth)
    LEFT JOIN did ON did.work = c.id AND did.period = y.name
    LEFT JOIN plan ON plan.work = c.id AND plan.period = y.name
    LEFT JOIN open ON open.work = c.id
    LEFT JOIN last ON last.work = c.id),
  until AS MATERIALIZED (SELECT row.*, coalesce(date_add(due, nullif(grace, '')), due) AS until
    FROM row)
SELECT work, n, style, period, due, until, began, done, ended, last,
  CASE WHEN style = 'slot' THEN coalesce(did, plan)
    WHEN due IS NOT NULL THEN open ELSE did END AS record,
  part, now, NOT coalesce(renewed, 0) OR (SELECT yes FROM whole) AS sure,
  CASE WHEN style = 'slot' AND done > due THEN days(due, done)
    WHEN (done IS NULL OR style <> 'slot') AND due < asof()
      THEN days(due, asof()) END AS late,
  CASE
  WHEN style <> 'slot' THEN CASE
    WHEN until < asof() THEN 'missing'
    WHEN due < asof() THEN 'late'
    WHEN due <= date_add(asof(), setting('lead')) THEN 'soon'
    WHEN done IS NOT NULL THEN 'done'
    WHEN due IS NOT NULL THEN 'planned'
    ELSE 'none' END
  WHEN done IS NOT NULL THEN 'done'
  WHEN due < (SELECT day FROM birth) THEN 'none'
  WHEN close < asof() THEN CASE WHEN last > close
    AND renewed AND NOT (SELECT yes FROM whole)
    THEN 'unknown' ELSE 'missing' END
  WHEN now AND date_add(last, setting('yearly_error')) < asof() THEN 'missing'
  WHEN until < asof() THEN 'missing'
  WHEN now AND date_add(last, setting('yearly_warn')) < asof() THEN 'late'
  WHEN due < asof() THEN 'late'
  WHEN due <= date_add(asof(), setting('lead')) THEN 'soon'
  ELSE 'planned' END AS state
FROM until ORDER BY period, n
