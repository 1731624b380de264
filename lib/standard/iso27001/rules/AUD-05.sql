---
code: AUD-05
clause: "9.2.2"
severity: error
profile: operating
title:
  en: "Audit without criteria, scope or auditor"
  ja: "監査基準・範囲・監査員の記載不足"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "define criteria, scope, departments and auditors before the audit; an internal auditor is named by the id of the person"
  ja: "監査の前に基準、範囲、対象部門及び監査員を定め、内部監査員は要員の id で示してください"
why:
  en: "Clause 9.2.2 a) asks that criteria and scope of each audit are defined. Without the person's record nobody can check impartiality. Stands in for GEN-06 on these fields; external audits are planned by others and not judged here."
  ja: "箇条9.2.2 a) は各監査の基準と範囲を明確にすることを求めています。要員の記録がなければ公平性を確かめられません。これらの項目についてはGEN-06に代わって報告します。外部の監査は対象としません。"
fails: |
  id: AUD-0002
  criteria: ~
passes: |
  id: AUD-0002
  criteria: [DOC-0002]
---
SELECT a.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM audit a, (VALUES ('criteria', 'criteria', '監査基準'),
    ('scope_clauses', 'clauses or controls in scope', '対象箇条又は対象管理策'),
    ('departments', 'departments', '対象部門'), ('auditors', 'auditors', '監査員')) w
WHERE a.audit_type = 'internal' AND a.status <> 'cancelled'
  AND CASE w.column1 WHEN 'criteria' THEN blank(a.criteria)
      WHEN 'scope_clauses' THEN blank(a.scope_clauses) AND blank(a.scope_controls)
      WHEN 'departments' THEN blank(a.departments) ELSE blank(a.auditors) END
UNION ALL
SELECT a.id, 'auditors[' || x.n || ']', 'record of the person "' || x.value || '"',
    '監査員「' || x.value || '」に当たる要員'
FROM audit a JOIN audit_auditors x ON x.id = a.id
WHERE a.audit_type = 'internal' AND a.status <> 'cancelled'
  AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = x.value)
