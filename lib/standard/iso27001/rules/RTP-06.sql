---
code: RTP-06
clause: "8.3"
severity: warning
profile: operating
title:
  en: "Treatment verified by who did it"
  ja: "実施者自身による確認"
message:
  en: "{id} was verified by {who}, who also carried it out"
  ja: "{id} は担当である {who}自身が確認しています"
help:
  en: "let somebody else verify it"
  ja: "別の人が確認してください"
why:
  en: "A second pair of eyes sees what the first got used to."
  ja: "別の目は、慣れて見えなくなったものに気付きます。"
fails: |
  id: RTP-0001
  verified_by: PER-0003
passes: |
  id: RTP-0001
  verified_by: PER-0004
---
SELECT id, 'verified_by' AS field, person(verified_by) AS who, id AS also_id, 'owner' AS also_field
FROM risk_treatment WHERE verified_by = owner
