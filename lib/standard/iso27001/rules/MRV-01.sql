---
code: MRV-01
clause: "9.3.1"
severity: error
profile: starter
title:
  en: "No management review for a year"
  ja: "1年間マネジメントレビューなし"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "hold a management review with top management and record it"
  ja: "トップマネジメントによるマネジメントレビューを実施し、記録してください"
why:
  en: "Clause 9.3.1 asks for reviews at planned intervals; once in each ISMS year and not more than twelve months apart is what certification bodies look for. A month of grace makes it a warning."
  ja: "箇条9.3.1はあらかじめ定めた間隔でのレビューを求めています。認証機関は、ISMS年度ごとに1回、12か月以内の間隔での実施を確認します。1か月の猶予の間は警告とします。"
fails: |
  id: MRV-0001
  status: planned
  held_on: ~
  attendees: ~
  inputs: ~
  conclusions: ~
  decisions: ~
  approved_by: ~
  approved_on: ~
  ===
  asof: 2026-11-20
passes: |
  asof: 2026-06-30
---
WITH l AS (SELECT max(held_on) AS last FROM management_review WHERE state_rank >= 1),
  d AS (SELECT last, date_add(coalesce(last, (SELECT min(created) FROM organisation)),
      'P12M') AS due FROM l)
SELECT NULL AS id, NULL AS field, coalesce('the last management review was held on ' || last,
      'no management review is recorded') || '; the next was due by ' || due AS what,
    coalesce('最後のマネジメントレビューは ' || last || ' です', 'マネジメントレビューの記録がありません')
      || '。' || due || ' までに必要でした' AS what_ja,
    CASE WHEN asof() <= date_add(due, setting('yearly_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM d WHERE due < asof()
UNION ALL
SELECT NULL, NULL, 'no management review was held in ' || p.name || ' (' || p.first || ' to ' || p.last || ')',
    p.name || '（' || p.first || '～' || p.last || '）にマネジメントレビューが実施されていません', 'error'
FROM period_list p, d
WHERE p.unit = 'year' AND p.last < asof() AND d.due >= asof()
  AND p.first >= (SELECT min(created) FROM organisation)
  AND NOT EXISTS (SELECT 1 FROM management_review m
      WHERE m.state_rank >= 1 AND m.held_on BETWEEN p.first AND p.last)
