---
code: AUD-08
clause: "9.2.2"
severity: error
profile: operating
title:
  en: "Audit scope without result"
  ja: "結果のない監査項目"
message:
  en: "in {id}, {what}"
  ja: "{id} で、{what_ja}"
help:
  en: "record for each item of the scope whether it conforms and which sample was looked at"
  ja: "対象項目ごとに適合・不適合と確認したサンプルを記録してください"
why:
  en: "The audit record shows that the whole scope was audited, and on what evidence (clause 9.2.2). Stands in for GEN-06 on the results."
  ja: "監査の記録は、対象の全てを、何を証拠に監査したかを示すものです（箇条9.2.2）。結果についてはGEN-06に代わって報告します。"
fails: |
  id: AUD-0002
  results:
    - {item: A.6.3, conform: "yes"}
passes: |
  id: AUD-0002
  results:
    - {item: A.6.3, conform: "yes", sample: Test results of two persons}
---
WITH s(id, field, value) AS (
    SELECT id, 'scope_clauses[' || n || ']', value FROM audit_scope_clauses
    UNION ALL SELECT id, 'scope_controls[' || n || ']', value FROM audit_scope_controls)
SELECT a.id, 'results' AS field, 'no result is recorded for any item of the scope' AS what,
    'どの対象項目にも結果が記録されていません' AS what_ja
FROM audit a
WHERE a.audit_type = 'internal' AND a.state_rank >= 2 AND a.id NOT IN (SELECT id FROM audit_results)
UNION ALL
SELECT a.id, s.field, 'no result is recorded for ' || s.value,
    s.value || ' の結果が記録されていません'
FROM audit a JOIN s ON s.id = a.id
WHERE a.audit_type = 'internal' AND a.state_rank >= 2 AND a.id IN (SELECT id FROM audit_results)
  AND NOT EXISTS (SELECT 1 FROM audit_results r WHERE r.id = a.id
      AND r.conform IN ('yes', 'no', 'na') AND r.item = s.value)
  AND NOT EXISTS (SELECT 1 FROM audit_results r WHERE r.id = a.id
      AND r.conform IN ('yes', 'no', 'na')
      AND (r.item LIKE s.value || '.%'
        OR s.value LIKE r.item || '.%' OR r.item LIKE s.value || ' %'))
UNION ALL
SELECT a.id, 'results[' || r.n || '].sample', 'the result for ' || r.item || ' names no sample',
    r.item || ' の結果にサンプルが記録されていません'
FROM audit a JOIN audit_results r ON r.id = a.id
WHERE a.audit_type = 'internal' AND a.state_rank >= 2
  AND r.conform IN ('yes', 'no') AND blank(r.sample)
