---
code: GEN-18
clause: "7.5"
severity: note
profile: certified
title:
  en: "Record without any link"
  ja: "関連のない記録"
message:
  en: "{id} neither refers to another record nor is referred to"
  ja: "{id} は他の記録を参照せず、参照もされていません"
help:
  en: "link it to what it serves, or retire it"
  ja: "関係する記録に結び付けるか、終了としてください"
why:
  en: "The clauses hang together; a record that stands alone mostly misses the link an auditor will ask for."
  ja: "箇条は互いにつながっています。孤立した記録は、審査で問われるつながりを欠いていることがほとんどです。"
fails: |
  id: AST-0002
  reviewed: 2026-01-10
  ===
  kind: asset
  id: AST-0003
  asset_type: hardware
  location: office
  c: 1
  i: 1
  a: 1
  classification: internal
  owner: PER-0003
  reviewed: 2025-11-20
passes: |
  kind: asset
  id: AST-0003
  asset_type: hardware
  location: office
  c: 1
  i: 1
  a: 1
  classification: internal
  owner: PER-0003
  reviewed: 2025-11-20
  process: PRC-0001
---
SELECT r.id, 'title' AS field
FROM record r
WHERE r.live AND NOT r.ended AND r.kind IN ('document', 'asset', 'process', 'risk_treatment',
    'metric', 'training_programme', 'continuity_plan', 'audit_programme', 'audit_finding',
    'nonconformity', 'supplier', 'legal_requirement', 'risk')
  AND NOT EXISTS (SELECT 1 FROM link l WHERE l.src = r.id AND l.dst_kind <> 'person')
  AND NOT EXISTS (SELECT 1 FROM link l WHERE l.dst = r.id)
