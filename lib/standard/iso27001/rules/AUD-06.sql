---
code: AUD-06
clause: "9.2.2"
severity: error
profile: starter
title:
  en: "Auditor not independent"
  ja: "監査員の独立性の欠如"
message:
  en: "{who} audits in {id} and {what}"
  ja: "{id} の監査員 {who}は{what_ja}"
help:
  en: "let somebody from another department, or from outside, audit this part"
  ja: "この部分は他部門又は外部の人が監査してください"
why:
  en: "Clause 9.2.2 b) asks that auditors are objective and impartial: nobody audits the own department, own controls, or work of the last twelve months. One finding for each auditor of an audit tells all the reasons."
  ja: "箇条9.2.2 b) は監査員の客観性と公平性を求めています。自部門、自らが管理する管理策、及び過去12か月の自らの仕事を監査することはできません。監査ごと、監査員ごとに、全ての理由を一つの指摘で示します。"
fails: |
  id: AUD-0002
  auditors: [PER-0004]
passes: |
  id: AUD-0002
  auditors: [PER-0003]
---
WITH team(id, place, who) AS (
    SELECT id, 'auditors[' || n || ']', value FROM audit_auditors
    UNION ALL SELECT id, 'lead', lead FROM audit WHERE NOT has(coalesce(auditors, ''), lead)),
  a AS (SELECT u.id, x.place, x.who, coalesce(u.held_on, u.planned_on) AS day
    FROM audit u JOIN team x ON x.id = u.id
    WHERE u.audit_type = 'internal' AND u.status <> 'cancelled'
      AND coalesce(u.held_on, u.planned_on) >= date_add(asof(), '-' || setting('independence'))),
  -- The departments by their id; "all" is each of them.
  part(id, dep) AS (SELECT DISTINCT d.id, o.own_id FROM audit_departments d
    JOIN organisation_departments o ON d.value IN (o.own_id, o.name, 'all')),
  why(id, field, who, also_id, also_field, what, what_ja) AS (
    SELECT a.id, a.place AS field, person(a.who) AS who,
        a.who AS also_id, 'department' AS also_field,
        'works in department ' || d.dep || ', which is audited' AS what,
        '監査対象部門 ' || d.dep || ' に所属しています' AS what_ja
    FROM a JOIN part d ON d.id = a.id JOIN person p ON p.id = a.who
    WHERE d.dep = p.department
    UNION ALL
    SELECT a.id, a.place, person(a.who), o.id,
        'departments[' || o.n || '].head', 'heads department ' || d.dep || ', which is audited',
        '監査対象部門 ' || d.dep || ' の責任者です'
    FROM a JOIN part d ON d.id = a.id
    JOIN organisation_departments o ON o.own_id = d.dep AND o.head = a.who
    JOIN person p ON p.id = a.who AND p.department IS NOT d.dep
    UNION ALL
    SELECT a.id, a.place, person(a.who), o.id, 'isms_manager',
        'is the ISMS manager, whose own office is audited',
        'ISMS管理責任者であり、自らの事務局が監査対象です'
    FROM a JOIN organisation o ON o.isms_manager = a.who
    JOIN organisation_departments u ON u.id = o.id 
      AND found(setting('office_words'), u.own_id || ' ' || u.name) IS NOT NULL
    JOIN part d ON d.id = a.id AND d.dep = u.own_id
    JOIN person p ON p.id = a.who AND p.department IS NOT d.dep AND u.head IS NOT a.who
    UNION ALL
    SELECT a.id, a.place, person(a.who), c.id, 'owner',
        'owns ' || c.id || ', which is in scope', '対象の管理策 ' || c.id || ' の責任者です'
    FROM a JOIN control c ON c.owner = a.who AND c.live
    WHERE EXISTS (SELECT 1 FROM audit_scope_controls s WHERE s.id = a.id
        AND (c.id = s.value OR c.id LIKE s.value || '.%' OR s.value = 'all'))
      AND c.id = (SELECT min(z.id) FROM control z WHERE z.owner = a.who AND z.live
        AND EXISTS (SELECT 1 FROM audit_scope_controls s WHERE s.id = a.id
          AND (z.id = s.value OR z.id LIKE s.value || '.%' OR s.value = 'all')))
    UNION ALL
    SELECT a.id, a.place, person(a.who), r.id, 'owner',
        'owns ' || r.id || ', which was audited', '監査した ' || r.id || ' の担当です'
    FROM a JOIN audit_results s ON s.id = a.id
    JOIN record r ON r.id = s.item AND r.owner = a.who AND r.kind IN ('risk', 'document')
    UNION ALL
    SELECT a.id, a.place, person(a.who), c.id, 'implementer',
        'implemented ' || c.id || ' there on ' || c.implemented_on,
        c.id || ' を ' || c.implemented_on || ' に実施した本人です'
    FROM a JOIN corrective_action c ON c.implementer = a.who
    JOIN nonconformity n ON n.id = c.ncr
    WHERE c.implemented_on <= a.day AND a.day <= date_add(c.implemented_on, setting('independence'))
      AND EXISTS (SELECT 1 FROM part d WHERE d.id = a.id AND d.dep = n.department))
SELECT id, field, who, also_id, also_field, group_concat(what, '; ') AS what,
    group_concat(what_ja, '。また、') AS what_ja
FROM why GROUP BY id, field
