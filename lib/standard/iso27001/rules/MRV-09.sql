---
code: MRV-09
clause: "9.3.3"
severity: warning
profile: operating
title:
  en: "Minutes not approved"
  ja: "議事録の未承認"
message:
  en: "{id} was held on {day}, {n} {n:day|days} ago, and is not approved"
  ja: "{id} は {day}（{n} 日前）に実施されましたが、承認されていません"
help:
  en: "let top management approve the minutes and record it"
  ja: "トップマネジメントが議事録を承認し、記録してください"
why:
  en: "The results of the review are evidence only once top management stands by them (clause 9.3.3)."
  ja: "レビューの結果は、トップマネジメントが承認して初めて証拠になります（箇条9.3.3）。"
fails: |
  id: MRV-0001
  status: held
  approved_by: ~
  approved_on: ~
passes: |
  id: MRV-0001
  status: held
  approved_by: ~
  approved_on: ~
  ===
  asof: 2026-06-10
---
SELECT id, 'status' AS field, held_on AS day, days(held_on, asof()) AS n
FROM management_review
WHERE status = 'held' AND days(held_on, asof()) > setting('approval_days') + 0
