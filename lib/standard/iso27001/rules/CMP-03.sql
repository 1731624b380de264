---
code: CMP-03
clause: "9.2.2"
severity: error
profile: operating
title:
  en: "Auditor without competence"
  ja: "内部監査員の力量の不足"
message:
  en: "{who} audits in {id} on {day}, and no competence in auditing is recorded for that day"
  ja: "{id}（{day}）の監査員 {who}に、その日に有効な監査の力量が記録されていません"
help:
  en: "record the auditor's competence with its evidence"
  ja: "監査員の力量を証拠とともに記録してください"
why:
  en: "Clauses 7.2 and 9.2.2 ask for auditors who can audit. A competence counts when its skill speaks of audit. For an audit that is still ahead it is a warning: there is time to learn."
  ja: "箇条7.2及び9.2.2は監査の力量を持つ監査員を求めています。skill に監査を含む力量を数えます。これから行う監査については、まだ備えられるため警告とします。"
fails: |
  id: CMP-0004
  obtained: 2026-04-01
  judged_on: 2026-04-02
passes: |
  id: CMP-0004
  obtained: 2025-04-01
---
WITH x(id, place, value) AS (
    SELECT id, 'auditors[' || n || ']', value FROM audit_auditors
    UNION ALL SELECT id, 'lead', lead FROM audit WHERE NOT has(coalesce(auditors, ''), lead))
SELECT a.id, x.place AS field, person(x.value) AS who,
    coalesce(a.held_on, a.planned_on) AS day,
    CASE WHEN a.held_on IS NULL AND a.planned_on > asof() THEN 'warning' ELSE 'error' END AS level,
    CASE WHEN NOT EXISTS (SELECT 1 FROM competence c WHERE c.person = x.value AND regexp('(?i)' || setting('audit_words'), c.skill))
      THEN (SELECT group_concat('CMP-01 ' || h.id, ', ') FROM role_holders h WHERE h.value = x.value) END AS same_as
FROM audit a JOIN x ON x.id = a.id JOIN person p ON p.id = x.value
WHERE a.audit_type = 'internal' AND a.status <> 'cancelled'
  AND NOT EXISTS (SELECT 1 FROM competence c WHERE c.person = x.value
      AND regexp('(?i)' || setting('audit_words'), c.skill) AND c.obtained <= coalesce(a.held_on, a.planned_on)
      AND (c.expires IS NULL OR c.expires >= coalesce(a.held_on, a.planned_on)))
