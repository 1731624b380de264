---
code: ISS-01
clause: "4.1"
severity: error
profile: operating
title:
  en: "No internal or no external issue"
  ja: "内部又は外部の課題なし"
message:
  en: "no {what} issue is recorded"
  ja: "{what_ja}の課題が記録されていません"
help:
  en: "record what inside and outside the organisation bears on the ISMS"
  ja: "ISMSに影響する組織の内外の事情を課題として記録してください"
why:
  en: "Clause 4.1 asks for both."
  ja: "箇条4.1は両方を求めています。"
fails: |
  id: ISS-0001
  side: external
passes: |
  id: ISS-0001
  side: internal
---
SELECT NULL AS id, group_concat(w.column1, ' and no ') AS what,
    group_concat(w.column2, '及び') AS what_ja
FROM (VALUES ('internal', '内部'), ('external', '外部')) w
WHERE NOT EXISTS (SELECT 1 FROM issue WHERE live AND side = w.column1)
HAVING count(*) > 0
