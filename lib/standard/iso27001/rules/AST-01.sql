---
code: AST-01
clause: "A.5.9"
severity: error
profile: operating
title:
  en: "Asset without owner"
  ja: "管理責任者のない資産"
message:
  en: "{id} {name} has no owner recorded"
  ja: "{id}「{name}」に管理責任者が記録されていません"
help:
  en: "name the person who answers for the asset"
  ja: "資産に責任を持つ人を記録してください"
why:
  en: "A.5.9 asks for an inventory with owners. Stands in for GEN-06 on this field."
  ja: "A.5.9は管理責任者を含む目録を求めています。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: AST-0002
  owner: ~
passes: |
  id: AST-0002
  owner: PER-0004
---
SELECT id, 'owner' AS field, title(id) AS name FROM asset WHERE live AND owner IS NULL
