---
code: APG-03
clause: "9.2.1"
severity: error
profile: starter
title:
  en: "No internal audit for a year"
  ja: "1年以上の内部監査の未実施"
message:
  en: "{what}; an internal audit was due by {due}"
  ja: "{what_ja}。内部監査は {due} までに必要でした"
help:
  en: "hold an internal audit and record its report"
  ja: "内部監査を実施し、報告を記録してください"
why:
  en: "Clause 9.2.1 asks for internal audits at planned intervals; certification bodies look for one within twelve months. A month of grace makes it a warning."
  ja: "箇条9.2.1はあらかじめ定めた間隔での内部監査を求めています。認証機関は12か月以内の実施を確認します。1か月の猶予の間は警告とします。"
fails: |
  id: AUD-0001
  status: held
  results: ~
  reported_on: ~
  reported_to: ~
  conclusion: ~
  ===
  id: AUD-0002
  status: held
  results: ~
  reported_on: ~
  reported_to: ~
  conclusion: ~
  ===
  asof: 2026-12-01
passes: |
  asof: 2026-06-30
---
WITH l AS (SELECT max(reported_on) AS last FROM audit
    WHERE audit_type = 'internal' AND status IN ('reported', 'closed')),
  d AS (SELECT last, date_add(coalesce(last, (SELECT min(created) FROM organisation)),
      setting('audit_every')) AS due FROM l)
SELECT NULL AS id, NULL AS field, due,
    coalesce('the last internal audit was reported on ' || last, 'no report of an internal audit is recorded') AS what,
    coalesce('最後の内部監査の報告は ' || last || ' です', '内部監査の報告が記録されていません') AS what_ja,
    CASE WHEN asof() <= date_add(due, setting('yearly_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM d WHERE due < asof()
