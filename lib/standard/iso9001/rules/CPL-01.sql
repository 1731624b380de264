---
code: CPL-01
clause: "8.2"
severity: error
profile: starter
title:
  en: "Complaint not answered"
  ja: "未回答の苦情"
message:
  en: "{id} of {customer} was received on {day} and is not answered; {allowed} {allowed:day|days} were allowed"
  ja: "{customer} からの {id} は {day} に受け付け、回答していません（期限は {allowed} 日）"
help:
  en: "answer the customer and record answered_on"
  ja: "顧客に回答し、answered_on を記録してください"
why:
  en: "A customer without an answer is the next one to leave."
  ja: "回答のない顧客は、次に去る顧客です。"
fails: |
  id: CPL-0001
  received_on: 2026-06-01
passes: |
  id: CPL-0001
  received_on: 2026-06-25
---
SELECT id, 'received_on' AS field, customer, received_on AS day, setting('answer_days') AS allowed
FROM complaint
WHERE status = 'received' AND days(received_on, asof()) > setting('answer_days') + 0
