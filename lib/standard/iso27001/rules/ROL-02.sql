---
code: ROL-02
clause: "5.3"
severity: error
profile: operating
title:
  en: "Role without holder"
  ja: "担当者のいない役割"
message:
  en: "{id} {name} has no holder recorded"
  ja: "{id}「{name}」に担当者が記録されていません"
help:
  en: "name who holds the role, or retire it"
  ja: "担当者を記録するか、役割を終了としてください"
why:
  en: "A responsibility nobody holds is not assigned (clause 5.3). Stands in for GEN-06 on this field."
  ja: "担う人のいない責任は割り当てられたことになりません（箇条5.3）。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: ROL-0001
  holders: ~
passes: |
  id: ROL-0001
  holders: [PER-0001]
---
SELECT id, 'holders' AS field, title(id) AS name FROM role WHERE live AND blank(holders)
