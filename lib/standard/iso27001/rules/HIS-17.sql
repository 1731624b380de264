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
  en: "{id} was {what} on {day} (commit {commit_}, {who}){rest}"
  ja: "{id} は {day} に{what_ja}（コミット {commit_}、{who}）{rest_ja}"
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
    'made not applicable' AS what, ', while ' || l.id || ' used it until ' || l.day || ' (commit '
      || substr(coalesce(l.written_id, l.commit_id), 1, 7) || ')' AS rest,
    '適用外とされました' AS what_ja, '。' || l.id || ' は ' || l.day || '（コミット ' || substr(coalesce(l.written_id, l.commit_id), 1, 7) || '）まで使用していました' AS rest_ja,
    h.day, author(h.author) AS who, substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_
FROM control c JOIN history h ON h.id = c.id AND h.field = 'applicable' AND h.new = 'false'
JOIN history l ON l.field IN ('existing_controls', 'controls') AND l.seq > h.seq AND has(l.old, c.id) AND NOT has(coalesce(l.new, ''), c.id)
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = l.id AND r.kind IN ('risk', 'risk_treatment'))
WHERE NOT c.applicable GROUP BY c.id
UNION ALL
SELECT c.id, 'implementation', 'recorded as implemented', '; document or evidence came on ' || min(e.day),
    '実施済みと記録されました', '。文書又は証拠が記録されたのは ' || min(e.day) || ' です',
    h.day, author(h.author), substr(coalesce(h.written_id, h.commit_id), 1, 7)
FROM control c JOIN history h ON h.id = c.id AND h.field = 'implementation' AND h.new = 'implemented'
JOIN history e ON e.id = c.id AND e.field IN ('evidence', 'documents') AND coalesce(e.old, '') = ''
WHERE c.implementation = 'implemented' AND h.day > date_add(asof(), '-' || setting('history_reach'))
  AND h.seq = (SELECT max(x.seq) FROM history x WHERE x.id = c.id AND x.field = 'implementation')
  AND NOT EXISTS (SELECT 1 FROM link k JOIN life l ON l.id = k.src AND l.born <= date_add(h.day, 'P30D')
    WHERE k.dst = c.id AND k.field IN ('controls', 'control') AND k.src_kind IN ('document', 'activity', 'continuity_plan'))
GROUP BY c.id HAVING min(e.day) > date_add(h.day, 'P30D')
  AND NOT (c.documents IS NOT NULL AND NOT EXISTS (SELECT 1 FROM history d WHERE d.id = c.id AND d.field = 'documents'))
  AND NOT (c.evidence IS NOT NULL AND NOT EXISTS (SELECT 1 FROM history d WHERE d.id = c.id AND d.field = 'evidence'))
