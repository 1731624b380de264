---
code: APG-01
clause: "9.2.2"
severity: error
profile: operating
title:
  en: "No complete audit programme"
  ja: "監査プログラムの不備"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "approve a programme for the ISMS year with frequency, methods and responsibilities"
  ja: "頻度、方法及び責任を定めたISMS年度の監査プログラムを承認してください"
why:
  en: "Clause 9.2.2 asks for a programme with frequency, methods, responsibilities, planning and reporting. It is expected by the third month of the ISMS year. Stands in for GEN-06 on these fields."
  ja: "箇条9.2.2は頻度、方法、責任、計画及び報告を含む監査プログラムを求めています。ISMS年度の3か月目までに必要です。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: APG-0001
  methods: ~
passes: |
  id: APG-0001
  methods: Interview and sample
---
SELECT NULL AS id, NULL AS field,
    'no approved audit programme is recorded for ' || period(asof()) AS what,
    period(asof()) || ' の承認済み監査プログラムが記録されていません' AS what_ja
WHERE asof() >= date_add(max(period_first(period(asof())), coalesce((SELECT min(created)
      FROM organisation), asof())), setting('plans_by'))
  AND NOT EXISTS (SELECT 1 FROM audit_programme
      WHERE period = period(asof()) AND state_rank >= 1)
UNION ALL
SELECT a.id, w.column1, a.id || ' has no ' || w.column2 || ' recorded',
    a.id || ' に' || w.column3 || 'が記録されていません'
FROM audit_programme a, (VALUES ('frequency', 'frequency', '頻度', 0),
    ('methods', 'methods', '方法', 0), ('responsibilities', 'responsibilities', '責任', 0),
    ('approved_by', 'approver', '承認者', 1), ('approved_on', 'approval date', '承認日', 1)) w
WHERE a.state_rank >= w.column4
  AND CASE w.column1 WHEN 'frequency' THEN blank(a.frequency)
      WHEN 'methods' THEN blank(a.methods)
      WHEN 'responsibilities' THEN blank(a.responsibilities)
      WHEN 'approved_by' THEN a.approved_by IS NULL ELSE a.approved_on IS NULL END
