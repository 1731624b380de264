---
code: TRN-01
clause: "7.3"
severity: error
profile: operating
title:
  en: "No approved training programme"
  ja: "承認された教育計画なし"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "approve a training programme for the ISMS year"
  ja: "ISMS年度の教育計画を承認してください"
why:
  en: "Clauses 7.2 and 7.3 are met by planned training; three months into the ISMS year the plan is expected. Stands in for GEN-06 on the approval."
  ja: "箇条7.2及び7.3は計画的な教育によって満たされます。計画はISMS年度の開始から3か月までに必要です。承認についてはGEN-06に代わって報告します。"
fails: |
  id: TRP-0001
  status: superseded
passes: |
  id: TRP-0001
  status: approved
---
SELECT NULL AS id, NULL AS field, 'no approved training programme is recorded for ' || period(asof()) AS what,
    period(asof()) || ' の承認済み教育計画が記録されていません' AS what_ja
WHERE asof() >= date_add(max(period_first(period(asof())), coalesce((SELECT min(created)
      FROM organisation), asof())), setting('plans_by'))
  AND NOT EXISTS (SELECT 1 FROM training_programme
      WHERE period = period(asof()) AND status = 'approved')
UNION ALL
SELECT t.id, w.column1, t.id || ' has no ' || w.column2 || ' recorded',
    t.id || ' に' || w.column3 || 'が記録されていません'
FROM training_programme t, (VALUES ('approved_by', 'approver', '承認者'),
    ('approved_on', 'approval date', '承認日')) w
WHERE t.state_rank >= 1
  AND CASE w.column1 WHEN 'approved_by' THEN t.approved_by ELSE t.approved_on END IS NULL
