---
code: EXC-02
clause: "A.5.36"
severity: error
profile: starter
title:
  en: "Exception past its end"
  ja: "期限切れの例外"
message:
  en: "{id} expired on {due}, {late} {late:day|days} ago, and is still active"
  ja: "{id} は {due}（{late} 日前）に期限が切れていますが、有効のままです"
help:
  en: "end it, or approve it anew with a reason"
  ja: "終了するか、理由とともに改めて承認してください"
why:
  en: "What is an exception for ever is the rule; an expired waiver waives nothing any more (A.5.36)."
  ja: "終わらない例外は規則と同じです。期限の切れた適用免除は効力を失います（A.5.36）。"
fails: |
  id: EXC-0001
  expires: 2026-05-31
passes: |
  id: EXC-0001
  expires: 2026-06-30
---
SELECT id, 'expires' AS field, expires AS due, days(expires, asof()) AS late FROM exception
WHERE status = 'active' AND expires < asof()
