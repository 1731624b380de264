---
code: OBJ-04
clause: "6.2"
severity: error
profile: starter
title:
  en: "Objective past its date"
  ja: "期限を過ぎた目的"
message:
  en: "{id} was due on {due}, {late} {late:day|days} ago, and is still {status}; owner {who}"
  ja: "{id} の期限は {due}（{late} 日前）でしたが、状態は「{status}」のままです。担当: {who}"
help:
  en: "judge the result and set the state to achieved or missed"
  ja: "結果を評価し、状態を achieved（達成）又は missed（未達）としてください"
why:
  en: "An objective ends with a judgement (clause 6.2 k, l)."
  ja: "目的は評価をもって終わります（箇条6.2 k, l）。"
fails: |
  id: OBJ-0001
  due: 2026-05-31
passes: |
  id: OBJ-0001
  due: 2026-07-31
---
SELECT id, 'due' AS field, due, days(due, asof()) AS late, status, person(owner) AS who
FROM objective WHERE due < asof() AND status IN ('approved', 'active')
