---
code: CA-01
clause: "10.2"
severity: error
profile: starter
title:
  en: "Corrective action not planned"
  ja: "是正処置の計画が不足"
message:
  en: "{id} is {status} and has no {what} recorded"
  ja: "{id} は状態が「{status}」ですが、{what_ja}が記録されていません"
help:
  en: "record owner, implementer, action and due date"
  ja: "担当、実施者、再発防止策及び期限を記録してください"
why:
  en: "From the state planned on, a corrective action says what is done, by whom, and until when; clause 10.2 c) asks for the action, and nobody can follow one without a person and a date. This rule stands in for GEN-06 on these fields."
  ja: "「計画済み」以降の是正処置には、何を、誰が、いつまでに行うかが要ります。箇条10.2 c) は処置の実施を求めており、人と期限のない処置は追跡できません。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: CA-0001
  implementer: ~
passes: |
  id: CA-0001
  implementer: PER-0003
---
SELECT c.id, c.status, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM corrective_action c, (VALUES ('owner', 'owner', '担当'),
    ('implementer', 'implementer', '実施者'), ('action', 'action', '再発防止策'),
    ('due', 'due date', '期限')) w
WHERE c.state_rank >= 2
  AND CASE w.column1 WHEN 'owner' THEN blank(c.owner)
      WHEN 'implementer' THEN blank(c.implementer)
      WHEN 'action' THEN blank(c.action) ELSE c.due IS NULL END
