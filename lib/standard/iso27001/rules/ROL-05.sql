---
code: ROL-05
clause: "7.2"
severity: error
profile: operating
title:
  en: "Role without defined competence"
  ja: "力量の定めのない役割"
message:
  en: "{id} {name} has no needed competence recorded"
  ja: "{id}「{name}」に必要な力量が記録されていません"
help:
  en: "record which skills the role needs"
  ja: "役割に必要な力量を記録してください"
why:
  en: "Clause 7.2 a) asks to determine the competence of those whose work affects information security. Stands in for GEN-06 on this field."
  ja: "箇条7.2 a) は、情報セキュリティに影響する業務を行う人に必要な力量の決定を求めています。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: ROL-0001
  competence: ~
passes: |
  id: ROL-0001
  competence:
    - {skill: Leadership of the company}
---
SELECT id, 'competence' AS field, title(id) AS name FROM role WHERE live AND coalesce(competence, 0) = 0
