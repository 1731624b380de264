---
code: HIS-16
clause: "7.5.3"
severity: warning
profile: operating
needs_history: part
title:
  en: "Result changed after it was reported"
  ja: "報告後に変わった結果"
message:
  en: "{field_} of {id} was changed from {old} to {new} on {day} (commit {commit_}, {who}), after it was {since}"
  ja: "{id} の {field_} が、{since_ja}後の {day} に「{old}」から「{new}」に変更されています（コミット {commit_}、{who}）"
help:
  en: "set it back, or add what was wrong and who found it beside the result"
  ja: "元に戻すか、何が誤りで誰が見つけたかを結果に添えて記録してください"
why:
  en: "A result is evidence from the day it was reported (clauses 7.5.3, 9.1); corrected figures stand beside the first ones. Added members of a list are no change."
  ja: "結果は報告した日から証拠となります（箇条7.5.3、9.1）。訂正は元の数値に添えて記録します。一覧への追加は変更とみなしません。"
fails: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: OBJ-0001
  measurements:
    - {period: FY2025-H1, date: 2026-04-01, value: 75, by: PER-0002}
passes: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: OBJ-0001
  measurements:
    - {period: FY2025-H2, date: 2026-05-08, value: 75, by: PER-0002}
    - {period: FY2025-H1, date: 2026-04-01, value: 40, by: PER-0002}
---
WITH c AS MATERIALIZED (SELECT r.id, r.kind, h.field, h.old, h.new, h.day, h.author, h.seq, h.item,
      coalesce(h.written_id, h.commit_id) AS commit_id
    FROM record r JOIN history h ON h.id = r.id AND h.what IN ('changed', 'removed')
      AND coalesce(h.old, '') <> '' AND h.day > date_add(asof(), '-' || setting('history_reach'))
    WHERE r.kind IN ('measurement', 'objective', 'training_session', 'audit', 'exercise')
      -- Once it is closed, HIS-06 tells.
      AND (NOT r.ended OR r.kind IN ('measurement', 'objective'))
      AND CASE r.kind WHEN 'measurement' THEN h.field IN ('value', 'date')
        WHEN 'objective' THEN h.field LIKE 'measurements[%].value'
        WHEN 'training_session' THEN h.field = 'attendees' OR h.field LIKE 'evaluation.%'
        WHEN 'audit' THEN h.field LIKE 'results[%].conform' OR h.field = 'conclusion'
        ELSE h.field IN ('results', 'measured_rto', 'measured_rpo', 'participants') END
      AND coalesce(h.new, '') NOT LIKE h.old || ', %'),
  s AS MATERIALIZED (SELECT c.*, CASE WHEN c.kind IN ('measurement', 'objective') THEN 'recorded' ELSE (SELECT 'reported on ' || v.day
      FROM history v WHERE v.id = c.id AND v.field = 'status' AND v.new IN ('reported', 'closed')
        AND v.seq < c.seq ORDER BY v.seq LIMIT 1) END AS since FROM c)
SELECT s.id, s.field, s.field || coalesce(' (' || s.item || ')', '') AS field_, s.old, s.new, s.day,
    author(s.author) AS who, substr(s.commit_id, 1, 7) AS commit_, s.since,
    CASE s.since WHEN 'recorded' THEN '記録' ELSE replace(s.since, 'reported on ', '') || ' の報告' END AS since_ja
FROM s WHERE s.since IS NOT NULL AND s.seq = (SELECT max(x.seq) FROM s x WHERE x.id = s.id AND x.since IS NOT NULL)
GROUP BY s.id
