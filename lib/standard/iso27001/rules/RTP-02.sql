---
code: RTP-02
clause: "6.1.3"
severity: error
profile: operating
title:
  en: "Treatment not approved by the risk owner"
  ja: "リスク所有者の承認のない対応"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "let the owner of each risk approve the plan before it starts"
  ja: "開始前に、各リスクの所有者が計画を承認してください"
why:
  en: "Clause 6.1.3 f) asks for the approval of the treatment plan by the risk owners. Top management may stand in. Stands in for GEN-06 on the approval."
  ja: "箇条6.1.3 f) はリスク対応計画についてリスク所有者の承認を求めています。トップマネジメントによる承認も認めます。承認についてはGEN-06に代わって報告します。"
fails: |
  id: RTP-0002
  approved_by: PER-0004
passes: |
  id: RTP-0002
  approved_by: [PER-0003]
---
SELECT t.id, w.column1 AS field, 'is ' || label_of('risk_treatment', 'status', t.status) || ' and has no ' || w.column2 || ' recorded' AS what,
    'は状態が「' || label_of('risk_treatment', 'status', t.status) || '」ですが、' || w.column3 || 'が記録されていません' AS what_ja
FROM risk_treatment t, (VALUES ('approved_by', 'approver', '承認者'),
    ('approved_on', 'approval date', '承認日')) w
WHERE t.state_rank >= 1
  AND CASE w.column1 WHEN 'approved_by' THEN blank(t.approved_by) ELSE t.approved_on IS NULL END
UNION ALL
SELECT t.id, CASE WHEN t.start < t.approved_on THEN 'start' ELSE 'done_on' END,
    CASE WHEN t.start < t.approved_on THEN 'started on ' || t.start ELSE 'was done on ' || t.done_on END
      || ', before its approval on ' || t.approved_on,
    'は承認（' || t.approved_on || '）より前の '
      || CASE WHEN t.start < t.approved_on THEN t.start || ' に開始' ELSE t.done_on || ' に完了' END || 'しています'
FROM risk_treatment t
WHERE t.state_rank >= 1 AND (t.start < t.approved_on OR t.done_on < t.approved_on)
UNION ALL
SELECT t.id, 'approved_by', 'was approved by ' || person(t.approved_by) || ', and not by '
      || person(r.owner) || ', who owns ' || group_concat(r.id, ', '),
    'の承認者は ' || person(t.approved_by) || 'で、' || group_concat(r.id, '、') || ' の所有者 ' || person(r.owner) || 'ではありません'
FROM risk_treatment t JOIN risk_treatment_risks x ON x.id = t.id
JOIN risk r ON r.id = x.value AND r.owner IS NOT NULL
WHERE t.state_rank >= 1 AND NOT blank(t.approved_by)
  AND NOT has(t.approved_by, r.owner) AND NOT has(t.approved_by, coalesce(top(), ''))
GROUP BY t.id, r.owner
