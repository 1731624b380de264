---
code: DOC-08
clause: "7.5.3"
severity: error
profile: operating
title:
  en: "Superseded document cited"
  ja: "旧版文書の参照"
message:
  en: "{id} cites {target}, which is superseded{by}"
  ja: "{id} が参照する {target}は旧版です{by_ja}"
help:
  en: "cite the document in force"
  ja: "有効な文書を示してください"
why:
  en: "Clause 7.5.3 asks to keep old editions from being used. The text of the document that takes its place may speak of it, and records of what happened may."
  ja: "箇条7.5.3は旧版の使用の防止を求めています。後継の文書の本文や、起こったことの記録が旧版に触れることは問いません。"
fails: |
  kind: document
  id: DOC-0003
  status: superseded
  doc_type: procedure
  version: "1.0"
  classification: internal
  prepared_by: PER-0003
  approved_by: PER-0002
  approved_on: 2025-10-20
  effective_on: 2025-11-01
  review_every: P1Y
  retention: P5Y
  changes:
    - {version: "1.0", date: 2025-10-20, by: PER-0003, summary: First edition}
  ===
  id: A.8.1
  documents: [DOC-0003]
passes: |
  id: A.8.1
  documents: [DOC-0002]
---
SELECT s.id, l.field, d.id AS item, label(d.id) AS target,
    coalesce(' by ' || (SELECT n.id FROM document n WHERE n.supersedes = d.id LIMIT 1), '') AS by,
    coalesce('（後継: ' || (SELECT n.id FROM document n WHERE n.supersedes = d.id LIMIT 1) || '）', '') AS by_ja,
    d.id AS also_id, 'status' AS also_field
FROM link l JOIN record s ON s.id = l.src AND s.live AND NOT s.ended
JOIN record d ON d.id = l.dst AND d.kind = 'document' AND d.status = 'superseded'
WHERE l.field NOT IN ('supersedes', 'translation_of')
  AND NOT ((l.field = 'body' OR l.field GLOB 'body_*') AND EXISTS (SELECT 1 FROM document n WHERE n.id = s.id AND n.supersedes = d.id))
  AND s.kind NOT IN ('acknowledgement', 'audit', 'audit_finding', 'nonconformity', 'incident',
    'training_session', 'management_review')
