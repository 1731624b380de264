---
code: BCP-02
clause: "A.5.30"
severity: error
profile: starter
title:
  en: "Continuity plan not exercised"
  ja: "事業継続計画の訓練の未実施"
message:
  en: "{id} {what}; an exercise was due by {due}; owner {who}"
  ja: "{id} {what_ja}。{due} までに訓練が必要でした。担当: {who}"
help:
  en: "hold an exercise and record it"
  ja: "訓練を実施し、記録してください"
why:
  en: "A.5.30 asks that readiness is tested. Once a year is what auditors look for; two months of grace make it a warning. A plan whose new version is under review is still the one that counts."
  ja: "A.5.30は備えの試験を求めています。年1回の実施が確認されます。2か月の猶予の間は警告とします。改訂のため確認中の計画も対象とします。"
fails: |
  id: BCP-0001
  status: review
  ===
  id: EXR-0001
  held_on: 2025-04-10
passes: |
  id: EXR-0001
  held_on: 2025-07-10
---
WITH l AS (SELECT b.id, b.owner, coalesce(b.effective_on, b.approved_on, b.created) AS since,
      (SELECT max(e.held_on) FROM exercise e WHERE e.plan = b.id AND e.state_rank >= 1) AS last
    FROM continuity_plan b WHERE b.status = 'in_force'
      OR b.status IN ('review', 'approved') AND b.effective_on <= asof()),
  d AS (SELECT l.*, date_add(coalesce(last, since), setting('exercise_every')) AS due FROM l)
SELECT id, 'status' AS field, due, person(owner) AS who,
    coalesce('was last exercised on ' || last, 'is in force since ' || since || ' and was never exercised') AS what,
    coalesce('の最後の訓練は ' || last || ' です', 'は ' || since || ' から有効ですが、訓練の記録がありません') AS what_ja,
    CASE WHEN asof() <= date_add(due, setting('exercise_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM d WHERE due < asof()
