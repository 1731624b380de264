---
code: CHG-02
clause: "A.8.32"
severity: error
profile: starter
title:
  en: "Change made before approval"
  ja: "承認前の変更"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "approve changes before they are made; explain this one in a nonconformity"
  ja: "変更は実施前に承認し、この件は不適合として扱ってください"
why:
  en: "Control of changes means deciding first (clause 8.1, A.8.32). Stands in for GEN-06 on the approval."
  ja: "変更の管理とは、まず決定することです（箇条8.1、A.8.32）。承認についてはGEN-06に代わって報告します。"
fails: |
  id: CHG-0001
  approved_on: 2026-02-01
passes: |
  id: CHG-0001
  approved_on: 2026-01-20
---
SELECT c.id, w.column1 AS field, 'is ' || label_of('change', 'status', c.status) || ' and has no ' || w.column2 || ' recorded' AS what,
    'は状態が「' || label_of('change', 'status', c.status) || '」ですが、' || w.column3 || 'が記録されていません' AS what_ja
FROM change c, (VALUES ('approved_by', 'approver', '承認者'), ('approved_on', 'approval date', '承認日')) w
WHERE c.state_rank >= 1
  AND CASE w.column1 WHEN 'approved_by' THEN c.approved_by ELSE c.approved_on END IS NULL
UNION ALL
SELECT id, 'done_on', 'was done on ' || done_on || ', before its approval on ' || approved_on,
    'は承認（' || approved_on || '）より前の ' || done_on || ' に実施されています'
FROM change WHERE done_on < approved_on
UNION ALL
SELECT id, 'done_on', 'was done on ' || done_on || ' and is ' || label_of('change', 'status', status),
    'は ' || done_on || ' に実施されましたが、状態が「' || label_of('change', 'status', status) || '」です'
FROM change WHERE status IN ('proposed', 'rejected') AND done_on IS NOT NULL
  AND NOT coalesce(done_on < approved_on, 0)
