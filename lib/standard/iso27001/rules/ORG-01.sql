---
code: ORG-01
clause: "4.3"
severity: error
profile: starter
title:
  en: "Not exactly one organisation"
  ja: "有効な組織の記録が一つではない"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "keep one live record of the organisation and its scope; supersede the others"
  ja: "組織・適用範囲の有効な記録を一つだけとし、他は旧版としてください"
why:
  en: "Clause 4.3 asks for one scope, kept in writing. A new edition is prepared in the same record, on a branch: a draft beside it would be a second answer."
  ja: "箇条4.3は文書化した一つの適用範囲を求めています。改訂は同じ記録をブランチで編集して準備します。作成中の記録を並べると、適用範囲が二つあることになります。"
fails: |
  kind: organisation
  id: ORG-0002
  status: approved
  legal_name: Other Ltd
  scope_text: Other
  sites:
    - {id: office, name: Head office, type: office}
  departments:
    - {id: isms, name: ISMS office}
  interfaces:
    - {with: Provider, what: Contract}
  top_management: PER-0001
  isms_manager: PER-0002
  year_start: 10-01
  timezone: Asia/Tokyo
  approved_by: PER-0001
  approved_on: 2025-10-20
passes: |
  id: ORG-0001
  legal_name: Small Example Ltd
---
SELECT NULL AS id, NULL AS field, 'no live record of the organisation and its scope' AS what,
    '組織・適用範囲の有効な記録がありません' AS what_ja
WHERE NOT EXISTS (SELECT 1 FROM organisation WHERE live)
UNION ALL
SELECT o.id, 'status', o.id || ' is live beside ' || e.id,
    o.id || ' と ' || e.id || ' がともに有効です'
FROM organisation o JOIN organisation e ON e.live AND e.id < o.id
WHERE o.live AND e.id = (SELECT min(id) FROM organisation WHERE live)
