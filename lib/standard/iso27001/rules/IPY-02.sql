---
code: IPY-02
clause: "4.2"
severity: error
profile: operating
title:
  en: "Interested party without requirement"
  ja: "要求事項のない利害関係者"
message:
  en: "{id} {name} has no requirement recorded"
  ja: "{id}「{name}」に要求事項が記録されていません"
help:
  en: "record what the party requires or expects"
  ja: "相手が求める又は期待する事項を記録してください"
why:
  en: "Clause 4.2 b) asks for the relevant requirements. Stands in for GEN-06 on this field."
  ja: "箇条4.2 b) は関連する要求事項を求めています。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: IPY-0002
  requirements: ~
passes: |
  id: IPY-0002
  requirements:
    - {text: Clear rules of work, addressed: false}
---
SELECT id, 'requirements' AS field, title(id) AS name FROM interested_party
WHERE live AND coalesce(requirements, 0) = 0
