---
code: CRI-01
clause: "6.1.2"
severity: error
profile: starter
title:
  en: "Risk criteria not approved in time"
  ja: "リスク基準の未承認"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "let top management approve the criteria before risks are assessed with them"
  ja: "リスクを評価する前に、トップマネジメントがリスク基準を承認してください"
why:
  en: "Clause 6.1.2 a) asks to establish the criteria first; a scale fixed after the assessment can be bent to its results. Stands in for GEN-06 on the approval."
  ja: "箇条6.1.2 a) はまず基準の確立を求めています。評価の後で決めた尺度は結果に合わせられてしまいます。承認についてはGEN-06に代わって報告します。"
fails: |
  id: CRI-0001
  approved_on: 2026-01-15
passes: |
  id: CRI-0001
  approved_on: 2025-12-10
---
SELECT c.id, 'status' AS field, NULL AS also_id, NULL AS also_field,
    'risks are assessed, and no approved risk criteria are recorded'
      || coalesce(' (' || c.id || ' is ' || label_of('risk_criteria', 'status', c.status) || ')', '') AS what,
    'リスクが評価されていますが、承認されたリスク基準が記録されていません'
      || coalesce('（' || c.id || ' の状態は「' || label_of('risk_criteria', 'status', c.status) || '」）', '') AS what_ja
FROM (SELECT 1) LEFT JOIN (SELECT id, status FROM risk_criteria ORDER BY live DESC, id DESC LIMIT 1) c
WHERE EXISTS (SELECT 1 FROM risk WHERE live AND assessed_on IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM risk_criteria WHERE status = 'approved')
UNION ALL
SELECT c.id, w.column1, NULL, NULL, c.id || ' has no ' || w.column2 || ' recorded',
    c.id || ' に' || w.column3 || 'が記録されていません'
FROM risk_criteria c, (VALUES ('approved_by', 'approver', '承認者'),
    ('approved_on', 'approval date', '承認日')) w
WHERE c.state_rank >= 1
  AND CASE w.column1 WHEN 'approved_by' THEN c.approved_by ELSE c.approved_on END IS NULL
UNION ALL
SELECT c.id, 'approved_on', min(r.id), 'assessed_on',
    c.id || ' ' || c.version || ' was approved on ' || c.approved_on || ', after risks were assessed with it ('
      || count(*) || ', first on ' || min(r.assessed_on) || ')',
    c.id || ' 第' || c.version || '版の承認（' || c.approved_on || '）より先に、これを用いた '
      || count(*) || ' 件のリスクが評価されています（最初は ' || min(r.assessed_on) || '）'
FROM risk_criteria c JOIN risk r ON r.criteria = c.version AND r.assessed_on < c.approved_on
WHERE c.live GROUP BY c.id
