---
code: EXC-03
clause: "A.5.3"
severity: error
profile: starter
title:
  en: "Exception approved by the requester"
  ja: "申請者自身による例外の承認"
message:
  en: "{id} was requested and approved by {who}"
  ja: "{id} の申請者と承認者がともに {who}です"
help:
  en: "let somebody else with the authority approve it"
  ja: "権限を持つ別の人が承認してください"
why:
  en: "Who needs the exception does not grant it (A.5.3)."
  ja: "例外を求める人が自ら認めることはできません（A.5.3）。"
fails: |
  id: EXC-0001
  approved_by: PER-0003
passes: |
  id: EXC-0001
  approved_by: PER-0001
---
SELECT id, 'approved_by' AS field, person(approved_by) AS who, id AS also_id, 'requested_by' AS also_field
FROM exception WHERE approved_by = requested_by AND status IN ('requested', 'active')
