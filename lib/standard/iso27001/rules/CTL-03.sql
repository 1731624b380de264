---
code: CTL-03
clause: "6.1.3"
severity: error
profile: starter
title:
  en: "Excluded without a real reason"
  ja: "適用除外の理由が不十分"
message:
  en: "{id} {name} is not applicable, and {what}"
  ja: "{id}「{name}」は適用除外としていますが、{what_ja}"
help:
  en: "say what makes the control unneeded here: what the organisation does not have or do"
  ja: "その管理策を不要とする事情（組織が何を持たず、何を行わないか）を記録してください"
why:
  en: "Clause 6.1.3 d) asks why a control of Annex A is left out. \"Not needed\" repeats the decision and gives no reason."
  ja: "箇条6.1.3 d) は附属書Aの管理策を除外した理由を求めています。「不要」は決定の繰り返しであって理由ではありません。"
fails: |
  id: A.8.30
  justification: not needed
passes: |
  id: A.8.30
  justification: No software is developed by others for us
---
SELECT id, title(id) AS name, 'justification' AS field,
    CASE WHEN blank(justification) THEN 'no reason is recorded'
        ELSE 'the reason is "' || trim(justification) || '"' END AS what,
    CASE WHEN blank(justification) THEN '理由が記録されていません'
        ELSE '理由は「' || trim(justification) || '」だけです' END AS what_ja
FROM control
WHERE live AND applicable = 0 AND (blank(justification)
  OR length(trim(justification)) < CASE WHEN cjk(justification)
      THEN setting('reason_length_cjk') + 0 ELSE setting('reason_length') + 0 END
  OR has(setting('not_a_reason'), lower(rtrim(trim(justification), '.。'))))
