---
code: CHG-04
clause: "8.1"
severity: warning
profile: operating
title:
  en: "Change not reviewed"
  ja: "変更後のレビューなし"
message:
  en: "{id} was done on {day}, {n} {n:day|days} ago, and is not reviewed"
  ja: "{id} は {day}（{n} 日前）に実施されましたが、レビューされていません"
help:
  en: "look whether the change did what it should and record review"
  ja: "意図した結果が得られたか確認し、review を記録してください"
why:
  en: "Clause 8.1 asks to review the consequences of changes."
  ja: "箇条8.1は変更によって生じた結果のレビューを求めています。"
fails: |
  id: CHG-0001
  status: done
  review: ~
passes: |
  id: CHG-0001
  status: done
  review: Works as planned
---
SELECT id, 'done_on' AS field, done_on AS day, days(done_on, asof()) AS n FROM change
WHERE status = 'done' AND blank(review) AND days(done_on, asof()) > setting('change_review_days') + 0
