---
code: RSK-17
clause: "8.2"
severity: warning
profile: operating
needs_history: true
title:
  en: "Round of assessment without a trace"
  ja: "変化のないリスクアセスメント"
message:
  en: "{n} risks were assessed up to {day}, and none was added, rated or worded anew since {before}, although there were {incidents} incidents, {changes} significant changes and {assets} new assets"
  ja: "{n} 件のリスクが {day} までに評価されていますが、{before} 以降、追加、再評価、記述の変更が一つもありません（その間にインシデント {incidents} 件、重大な変更 {changes} 件、新しい資産 {assets} 件）"
help:
  en: "assess the risks in the light of what happened, and record what was thought even where the rating stays"
  ja: "起きたことを踏まえて評価し、評価が変わらない場合も検討した内容を記録してください"
why:
  en: "Risks are assessed again at planned intervals and when significant changes occur (clause 8.2); a round in which only dates move did not look at what happened."
  ja: "リスクアセスメントは、あらかじめ定めた間隔で、及び重大な変化があったときに実施します（箇条8.2）。日付だけが変わる場合、起きたことを検討したとはいえません。"
fails: |
  commit: {day: 2026-06-12, by: PER-0003}
  ===
  id: RSK-0001
  assessed_on: 2026-06-10
  ===
  id: RSK-0002
  assessed_on: 2026-06-10
passes: |
  commit: {day: 2026-06-12, by: PER-0003}
  ===
  id: RSK-0001
  assessed_on: 2026-06-10
  ===
  id: RSK-0002
  assessed_on: 2026-06-10
  consequence: Outages last longer than customers bear
---
WITH d AS (SELECT max(assessed_on) AS day FROM risk WHERE live),
  s AS (SELECT r.id, d.day FROM risk r, d WHERE r.live AND r.assessed_on >= date_add(d.day, '-P60D')),
  p AS (SELECT (SELECT count(*) FROM s) AS n, max(s.day) AS day, max(h.old) AS before
    FROM s JOIN history h ON h.id = s.id AND h.field = 'assessed_on' AND h.what = 'changed'
      AND h.old < date_add(s.day, '-P60D')),
  e AS (SELECT p.*, (SELECT count(*) FROM incident i WHERE i.detected_on > p.before AND i.detected_on <= p.day) AS incidents,
      (SELECT count(*) FROM change c WHERE c.significance = 'significant' AND c.done_on > p.before AND c.done_on <= p.day) AS changes,
      (SELECT count(*) FROM asset a WHERE a.created > p.before AND a.created <= p.day) AS assets
    FROM p WHERE p.before >= (SELECT min(day) FROM commits))
SELECT NULL AS id, e.* FROM e
WHERE e.incidents + e.changes + e.assets > 0
  AND e.n * 2 >= (SELECT count(*) FROM risk WHERE live)
  AND NOT EXISTS (SELECT 1 FROM record r JOIN history h ON h.id = r.id AND h.day > e.before
      AND (h.what IN ('added', 'body') OR h.field IN ('title', 'likelihood', 'impact', 'level', 'assets', 'threat',
        'vulnerability', 'event', 'consequence', 'cia', 'existing_controls', 'treatments', 'option',
        'residual_likelihood', 'residual_impact') OR h.field LIKE 'scores[%')
    WHERE r.kind = 'risk')
