---
code: CTL-05
clause: "6.1.3"
severity: error
profile: starter
title:
  en: "Applicable control without status"
  ja: "実施状況の記載がない管理策"
message:
  en: "{id} {name} is applicable, and it is not recorded whether it is implemented"
  ja: "{id}「{name}」は適用としていますが、実施状況が記録されていません"
help:
  en: "record implementation: not_started, planned, partial or implemented"
  ja: "implementation に not_started、planned、partial、implemented のいずれかを記録してください"
why:
  en: "Clause 6.1.3 d) asks the Statement of Applicability to say whether each needed control is implemented."
  ja: "箇条6.1.3 d) は、必要な管理策を実施しているか否かを適用宣言書に示すことを求めています。"
fails: |
  id: A.8.1
  implementation: ~
passes: |
  id: A.8.1
  implementation: implemented
---
SELECT id, 'applicable' AS field, title(id) AS name FROM control
WHERE live AND applicable = 1 AND implementation IS NULL
