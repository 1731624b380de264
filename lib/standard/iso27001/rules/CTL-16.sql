---
code: CTL-16
clause: "6.1.3"
severity: warning
profile: operating
title:
  en: "Statement of Applicability of another edition"
  ja: "異なる版の規格に基づく適用宣言書"
message:
  en: "{id} names edition {edition}; the catalogue is that of {right}"
  ja: "{id} の規格の版は {edition} ですが、管理策の一覧は {right} 年版です"
help:
  en: "compare the controls with the edition of {right} and record it"
  ja: "{right} 年版の管理策と比較し、版を記録してください"
why:
  en: "The comparison of clause 6.1.3 c) is made with the Annex A in force."
  ja: "箇条6.1.3 c) の比較は、有効な附属書Aに対して行います。"
fails: |
  id: SOA-0001
  edition: 2013
passes: |
  id: SOA-0001
  edition: 2022
---
SELECT id, 'edition' AS field, edition, setting('edition') AS right
FROM statement_of_applicability
WHERE live AND NOT blank(edition) AND instr(edition, setting('edition')) = 0
