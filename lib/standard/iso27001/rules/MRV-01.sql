---
code: MRV-01
clause: "9.3.1"
severity: error
profile: starter
title:
  en: "No management review for a year"
  ja: "1年以上のマネジメントレビューの未実施"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "hold a management review with top management and record it"
  ja: "トップマネジメントによるマネジメントレビューを実施し、記録してください"
why:
  en: "Clause 9.3.1 asks for reviews at planned intervals; once in each ISMS year and not more than twelve months apart is what certification bodies look for. A month of grace makes it a warning. Of the ended ISMS years the last one is judged: what was missed before it cannot be made good any more."
  ja: "箇条9.3.1はあらかじめ定めた間隔でのレビューを求めています。認証機関は、ISMS年度ごとに1回、12か月以内の間隔での実施を確認します。1か月の猶予の間は警告とします。終了した年度については直前の年度だけを判定します（それ以前の欠落は、もはや取り戻せないためです）。"
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
WITH l AS (SELECT max(held_on) AS last, (SELECT min(created) FROM organisation) AS birth
    FROM management_review WHERE state_rank >= 1),
  d AS (SELECT last, date_add(coalesce(last, birth), setting('management_review_every')) AS due,
      (SELECT p.name FROM period_list p WHERE p.unit = 'year' AND p.first >= birth
        AND p.name = period(date_add(asof(), '-P1Y'))
        AND NOT EXISTS (SELECT 1 FROM management_review m WHERE m.state_rank >= 1
          AND (m.period = p.name OR m.held_on BETWEEN p.first AND p.last))) AS lacks
    FROM l)
SELECT NULL AS id, NULL AS field, coalesce('the last management review was held on ' || last,
      'no management review is recorded') || CASE WHEN due < asof() THEN '; the next was due by ' || due ELSE '' END
      || coalesce('; ' || lacks || ' ended without one', '') AS what,
    coalesce('最後のマネジメントレビューは ' || last || ' です', 'マネジメントレビューの記録がありません')
      || CASE WHEN due < asof() THEN '。次は ' || due || ' までに必要でした' ELSE '' END
      || coalesce('。' || lacks || ' には実施されていません', '') AS what_ja,
    CASE WHEN lacks IS NULL AND asof() <= date_add(due, setting('yearly_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM d WHERE due < asof() OR lacks IS NOT NULL
