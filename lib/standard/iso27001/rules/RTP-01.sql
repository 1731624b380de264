---
code: RTP-01
clause: "6.1.3"
severity: error
profile: starter
title:
  en: "Treatment without risk, owner, action or date"
  ja: "リスク・担当・実施事項・期限のない対応計画"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "a line of the treatment plan names risk, owner, option, action and due date"
  ja: "リスク対応計画にはリスク、担当、選択肢、実施事項及び期限を記録してください"
why:
  en: "Clause 6.1.3 e) asks for a plan; who does what until when is what makes it one. Stands in for GEN-06 on these fields."
  ja: "箇条6.1.3 e) は計画の策定を求めています。誰が何をいつまでに行うかがあって計画になります。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: RTP-0002
  due: ~
  ===
  id: RSK-0002
  treatments: [RTP-0001, RTP-0002]
passes: |
  id: RTP-0002
  due: 2026-10-31
---
SELECT t.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM risk_treatment t, (VALUES ('risks', 'risk', 'リスク'), ('owner', 'owner', '担当'),
    ('option', 'option', '選択肢'), ('action', 'action', '実施事項'),
    ('due', 'due date', '期限')) w
WHERE t.status <> 'cancelled' AND CASE w.column1 WHEN 'risks' THEN blank(t.risks)
    WHEN 'owner' THEN t.owner IS NULL WHEN 'option' THEN t.option IS NULL
    WHEN 'action' THEN blank(t.action) ELSE t.due IS NULL END
