---
code: OBJ-05
clause: "6.2"
severity: warning
profile: operating
title:
  en: "Objective not communicated"
  ja: "目的の未周知"
message:
  en: "{id} was approved on {day}, {n} {n:day|days} ago, and its communication is not recorded"
  ja: "{id} は {day}（{n} 日前）に承認されましたが、周知が記録されていません"
help:
  en: "make it known to those who work for it and record communicated_on"
  ja: "関係者に周知し、communicated_on を記録してください"
why:
  en: "Clause 6.2 e) asks that objectives are communicated."
  ja: "箇条6.2 e) は目的の伝達を求めています。"
fails: |
  id: OBJ-0001
  communicated_on: ~
passes: |
  id: OBJ-0001
  communicated_on: 2026-01-15
---
SELECT id, 'approved_on' AS field, approved_on AS day, days(approved_on, asof()) AS n
FROM objective
WHERE status IN ('approved', 'active') AND communicated_on IS NULL
  AND days(approved_on, asof()) > setting('communicate_days') + 0
