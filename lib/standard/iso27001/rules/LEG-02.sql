---
code: LEG-02
clause: "A.5.31"
severity: warning
profile: starter
title:
  en: "Legal check overdue"
  ja: "法令確認の期限超過"
message:
  en: "{id} {name} was due for a check on {due}, {late} {late:day|days} ago; owner {who}"
  ja: "{id}「{name}」の確認期限は {due}（{late} 日前）でした。担当: {who}"
help:
  en: "check whether the law changed, and record checked_on, result and next_check"
  ja: "改正の有無を確認し、checked_on、result 及び next_check を記録してください"
why:
  en: "Laws change; A.5.31 asks to keep the list up to date."
  ja: "法令は改正されます。A.5.31は、要求事項の一覧を最新に保つことを求めています。"
fails: |
  id: LEG-0001
  next_check: 2026-06-10
passes: |
  id: LEG-0001
  next_check: 2026-07-10
---
SELECT id, 'next_check' AS field, title(id) AS name, next_check AS due, days(next_check, asof()) AS late,
    person(owner) AS who
FROM legal_requirement WHERE live AND next_check < asof()
