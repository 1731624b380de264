---
code: ROL-01
clause: "5.3"
severity: error
profile: starter
title:
  en: "Nobody answers for the ISMS"
  ja: "ISMSの責任者不在"
message:
  en: "nobody is assigned {what}"
  ja: "{what_ja}が割り当てられていません"
help:
  en: "name it in mandated of a role that somebody holds"
  ja: "担当者のいる役割の mandated に示してください"
why:
  en: "Clause 5.3 asks to assign a) conformity of the ISMS and b) reporting its performance to top management."
  ja: "箇条5.3は、a) ISMSの適合を確実にすること、及び b) パフォーマンスをトップマネジメントに報告することの割当てを求めています。"
fails: |
  id: ROL-0002
  mandated: [conformity]
passes: |
  id: ROL-0002
  mandated: [conformity, reporting]
---
SELECT NULL AS id, group_concat(w.column2, ' and ') AS what, group_concat(w.column3, '及び') AS what_ja
FROM (VALUES ('conformity', 'the conformity of the ISMS (5.3 a)', 'ISMSの適合に関する責任（5.3 a）'),
    ('reporting', 'reporting to top management (5.3 b)', 'トップマネジメントへの報告（5.3 b）')) w
WHERE NOT EXISTS (SELECT 1 FROM role
    WHERE live AND has(coalesce(mandated, ''), w.column1) AND NOT blank(holders))
HAVING count(*) > 0
