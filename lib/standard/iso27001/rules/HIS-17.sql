---
code: HIS-17
clause: "6.1.3"
severity: warning
profile: operating
needs_history: true
title:
  en: "Statement of Applicability moved alone"
  ja: "適用宣言書だけの変更"
message:
  en: "{what}: {id} on {day} (commit {commit_}, {who})"
  ja: "{what_ja}: {id}（{day}、コミット {commit_}、{who}）"
help:
  en: "change risks, controls and the Statement of Applicability together, and record the evidence with the state"
  ja: "リスク、管理策及び適用宣言書を併せて変更し、状態とともに証拠を記録してください"
why:
  en: "The Statement of Applicability follows from the treatment of risks (clause 6.1.3 c, d): a control leaves when no risk needs it, and is implemented when something shows it, within a month."
  ja: "適用宣言書はリスク対応から導かれます（箇条6.1.3 c、d）。管理策は必要とするリスクがなくなってから除外し、裏付けがあってから（遅くとも一か月以内に）実施済みとします。"
fails: |
  id: A.8.30
  implementation: planned
  documents: ~
  ===
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: A.8.30
  implementation: implemented
  ===
  commit: {day: 2026-06-20, by: PER-0003}
  ===
  id: A.8.30
  documents: [DOC-0002]
passes: |
  id: A.8.30
  implementation: planned
  documents: ~
  ===
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: A.8.30
  implementation: implemented
  documents: [DOC-0002]
---
SELECT c.id, 'applicable' AS field,
    'made not applicable while ' || l.id || ' used it until ' || l.day AS what,
    l.id || ' が ' || l.day || ' まで使用していた管理策を適用外に変更' AS what_ja,
    h.day, h.author AS who, substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_
FROM control c JOIN history h ON h.id = c.id AND h.field = 'applicable' AND h.new = 'false'
JOIN history l ON l.field = 'existing_controls' AND l.seq > h.seq AND has(l.old, c.id) AND NOT has(l.new, c.id)
WHERE NOT c.applicable GROUP BY c.id
UNION ALL
SELECT c.id, 'implementation', 'recorded as implemented before any document or evidence, which came on ' || min(e.day),
    '裏付け（' || min(e.day) || ' に記録）より前に実施済みとした管理策',
    h.day, h.author, substr(coalesce(h.written_id, h.commit_id), 1, 7)
FROM control c JOIN history h ON h.id = c.id AND h.field = 'implementation' AND h.new = 'implemented'
JOIN history e ON e.id = c.id AND e.field IN ('evidence', 'documents') AND coalesce(e.old, '') = ''
WHERE c.implementation = 'implemented' AND h.day > date_add(asof(), '-' || setting('history_reach'))
  AND h.seq = (SELECT max(x.seq) FROM history x WHERE x.id = c.id AND x.field = 'implementation')
  AND NOT EXISTS (SELECT 1 FROM link k JOIN life l ON l.id = k.src AND l.born <= date_add(h.day, 'P30D')
    WHERE k.dst = c.id AND k.field IN ('controls', 'control') AND k.src_kind IN ('document', 'activity', 'continuity_plan'))
GROUP BY c.id HAVING min(e.day) > date_add(h.day, 'P30D')
  AND NOT (c.documents IS NOT NULL AND NOT EXISTS (SELECT 1 FROM history d WHERE d.id = c.id AND d.field = 'documents'))
  AND NOT (c.evidence IS NOT NULL AND NOT EXISTS (SELECT 1 FROM history d WHERE d.id = c.id AND d.field = 'evidence'))
