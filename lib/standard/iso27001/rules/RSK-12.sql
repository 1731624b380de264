---
code: RSK-12
clause: "8.2"
severity: error
profile: starter
title:
  en: "Risk not reassessed"
  ja: "リスクの再評価なし"
message:
  en: "{id} was assessed on {day}; the criteria ask for it again every {every}, by {due}; risk owner {who}"
  ja: "{id} の評価は {day} です。リスク基準では {every}ごと、{due} までに再評価が必要でした。リスク所有者: {who}"
help:
  en: "assess it again and record assessed_on"
  ja: "再評価し、assessed_on を記録してください"
why:
  en: "Clause 8.2 asks for assessments at planned intervals. A month of grace makes it a warning."
  ja: "箇条8.2はあらかじめ定めた間隔でのリスクアセスメントを求めています。1か月の猶予の間は警告とします。"
fails: |
  id: RSK-0002
  assessed_on: 2025-04-10
passes: |
  id: RSK-0002
  assessed_on: 2025-12-12
---
WITH e AS (SELECT r.id, r.assessed_on AS day, r.owner,
      coalesce((SELECT c.reassess_every FROM risk_criteria c WHERE c.live AND c.version = r.criteria),
        (SELECT c.reassess_every FROM risk_criteria c WHERE c.live
          ORDER BY c.approved_on DESC LIMIT 1)) AS every
    FROM risk r WHERE r.live AND r.assessed_on IS NOT NULL),
  d AS (SELECT e.*, date_add(day, every) AS due FROM e)
SELECT id, 'assessed_on' AS field, day, span(every) AS every, due, person(owner) AS who,
    CASE WHEN asof() <= date_add(due, setting('yearly_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM d WHERE due < asof()
