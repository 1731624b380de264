---
code: CPL-03
clause: "10.2"
severity: warning
profile: operating
title:
  en: "Justified complaint without action"
  ja: "処置のない正当な苦情"
message:
  en: "{id} is justified, and no corrective action is linked"
  ja: "{id} は正当な苦情ですが、是正処置が結び付いていません"
help:
  en: "link a corrective action in actions"
  ja: "actions に是正処置を記録してください"
why:
  en: "A justified complaint is a nonconformity that the customer found."
  ja: "正当な苦情は、顧客が見つけた不適合です。"
fails: |
  id: CPL-0002
  actions: ~
passes: |
  id: CPL-0002
  actions: [QCA-0001]
---
SELECT id, 'justified' AS field FROM complaint WHERE justified = 1 AND coalesce(actions, '') = ''
