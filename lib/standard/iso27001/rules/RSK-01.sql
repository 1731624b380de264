---
code: RSK-01
clause: "6.1.2"
severity: error
profile: starter
title:
  en: "Risk without owner"
  ja: "リスク所有者なし"
message:
  en: "{id} has no risk owner recorded"
  ja: "{id} にリスク所有者が記録されていません"
help:
  en: "name the person who answers for the risk and has the authority to treat it"
  ja: "リスクに責任を負い、対応する権限を持つ人を記録してください"
why:
  en: "Clause 6.1.2 c) asks for an owner of each risk; a team cannot approve a plan or accept what remains. Stands in for GEN-06 on this field."
  ja: "箇条6.1.2 c) は各リスクの所有者の特定を求めています。部署名では計画の承認も残留リスクの受容もできません。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: RSK-0002
  owner: ~
  ===
  id: RTP-0002
  approved_by: PER-0001
passes: |
  id: RSK-0002
  owner: PER-0003
---
SELECT id, 'owner' AS field FROM risk WHERE live AND owner IS NULL
