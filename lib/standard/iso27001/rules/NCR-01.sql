---
code: NCR-01
clause: "10.2"
severity: error
profile: starter
title:
  en: "Nonconformity without its facts"
  ja: "不適合の事実の記録なし"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "say how it was found, against which requirement, what was seen, and when"
  ja: "発見の経緯、基準、証拠及び発見日を記録してください"
why:
  en: "Clause 10.2 f) asks for evidence of the nature of a nonconformity: without criterion and evidence nobody can tell later what was wrong. Stands in for GEN-06 on these fields."
  ja: "箇条10.2 f) は不適合の性質の証拠を求めています。基準と証拠がなければ、何が問題だったのか後から分かりません。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: NCR-0001
  evidence: ~
passes: |
  id: NCR-0001
  evidence: Ticket 311 without approval
---
SELECT n.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM nonconformity n, (VALUES ('origin', 'origin', '発見の経緯'),
    ('criterion', 'criterion', '基準'), ('evidence', 'evidence', '証拠'),
    ('detected_on', 'date of detection', '発見日')) w
WHERE CASE w.column1 WHEN 'origin' THEN n.origin IS NULL
    WHEN 'criterion' THEN blank(n.criterion)
    WHEN 'evidence' THEN blank(n.evidence) ELSE n.detected_on IS NULL END
