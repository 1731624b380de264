---
code: FND-13
clause: "10.2"
severity: error
profile: starter
title:
  en: "Audit nonconformity not followed up"
  ja: "監査の不適合が未対応"
message:
  en: "{id} is a {finding_type}, and {what}"
  ja: "{id} は{finding_type}ですが、{what_ja}"
help:
  en: "record the nonconformity and name it in ncr; close the finding after it"
  ja: "不適合を記録して ncr に示し、その完了後に指摘事項を完了としてください"
why:
  en: "A nonconformity found in an audit goes the way of clause 10.2 like any other."
  ja: "監査で見つかった不適合も、他と同じく箇条10.2に従って処置します。"
fails: |
  id: FND-0001
  ncr: ~
  ===
  id: NCR-0001
  ref: Audit of March
passes: |
  id: FND-0001
  ncr: NCR-0001
---
SELECT f.id, 'ncr' AS field, f.finding_type, NULL AS also_id, NULL AS also_field,
    'no nonconformity is recorded for it' AS what,
    '対応する不適合が記録されていません' AS what_ja
FROM audit_finding f
WHERE f.finding_type IN ('major', 'minor') AND f.status <> 'rejected' AND f.ncr IS NULL
  AND f.id NOT IN (SELECT ref FROM nonconformity WHERE ref IS NOT NULL)
UNION ALL
SELECT f.id, 'status', f.finding_type, n.id, 'status',
    'closed while ' || n.id || ' is ' || label_of('nonconformity', 'status', n.status),
    n.id || ' が「' || label_of('nonconformity', 'status', n.status) || '」のまま完了とされています'
FROM audit_finding f JOIN nonconformity n ON n.id = f.ncr OR (f.ncr IS NULL AND n.ref = f.id)
WHERE f.finding_type IN ('major', 'minor') AND f.status = 'closed' AND NOT n.ended
