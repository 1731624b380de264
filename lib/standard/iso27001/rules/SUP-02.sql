---
code: SUP-02
clause: "A.5.22"
severity: error
profile: starter
title:
  en: "Supplier review overdue"
  ja: "委託先評価の期限超過"
message:
  en: "{id} {name} was assessed on {day} and due again on {due}, {late} {late:day|days} ago; owner {who}"
  ja: "{id}「{name}」の評価は {day} で、次回期限は {due}（{late} 日前）でした。担当: {who}"
help:
  en: "review the supplier and record assessed_on and result"
  ja: "供給者を評価し、assessed_on と result を記録してください"
why:
  en: "A.5.22 asks to monitor and review supplier services. A month of grace makes it a warning."
  ja: "A.5.22は供給者のサービスの監視及びレビューを求めています。1か月の猶予の間は警告とします。"
fails: |
  id: SUP-0001
  assessed_on: 2025-05-20
passes: |
  id: SUP-0001
  assessed_on: 2025-07-20
---
SELECT id, 'assessed_on' AS field, title(id) AS name, assessed_on AS day,
    date_add(assessed_on, review_every) AS due, days(date_add(assessed_on, review_every), asof()) AS late,
    person(owner) AS who,
    CASE WHEN asof() <= date_add(date_add(assessed_on, review_every), setting('review_grace'))
        THEN 'warning' ELSE 'error' END AS level
FROM supplier WHERE status = 'active' AND date_add(assessed_on, review_every) < asof()
