---
code: AST-07
clause: "A.5.19"
severity: warning
profile: operating
title:
  en: "Hosted asset without supplier"
  ja: "供給者が不明な外部設置資産"
message:
  en: "{id} {name} is at {place}, and no supplier is recorded"
  ja: "{id}「{name}」の所在は {place} ですが、供給者が記録されていません"
help:
  en: "name the supplier who runs it"
  ja: "運用する供給者を記録してください"
why:
  en: "What others run for us is controlled through the supplier (A.5.19, A.5.23)."
  ja: "他者が運用するものは供給者を通じて管理します（A.5.19、A.5.23）。"
fails: |
  id: AST-0001
  supplier: ~
passes: |
  id: AST-0001
  supplier: SUP-0001
---
SELECT a.id, 'location' AS field, title(a.id) AS name, s.name AS place
FROM asset a JOIN organisation_sites s ON a.location IN (s.own_id, s.name) AND s.type = 'cloud'
WHERE a.live AND a.supplier IS NULL
  AND a.asset_type IN ('hardware', 'software', 'service', 'information')
