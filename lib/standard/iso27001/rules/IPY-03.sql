---
code: IPY-03
clause: "4.2"
severity: error
profile: operating
title:
  en: "Requirement without decision"
  ja: "取扱いの決まっていない要求事項"
message:
  en: "requirement {nr} of {id} (\"{text}\") {what}"
  ja: "{id} の要求事項 {nr}「{text}」{what_ja}"
help:
  en: "say whether the ISMS addresses it, and where"
  ja: "ISMSで取り組むか否か、取り組む場合はどこで対応しているかを記録してください"
why:
  en: "Clause 4.2 c) asks which of the requirements will be addressed through the ISMS. Stands in for GEN-06 on this field."
  ja: "箇条4.2 c) は、どの要求事項にISMSで取り組むかの決定を求めています。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: IPY-0001
  requirements:
    - {text: Their data stay confidential, basis: contract, addressed: true}
passes: |
  id: IPY-0001
  requirements:
    - {text: Their data stay confidential, basis: contract, addressed: true, where: [DOC-0002]}
---
SELECT p.id, 'requirements[' || r.n || '].' || CASE WHEN r.addressed IS NULL THEN 'addressed' ELSE 'where' END AS field,
    r.n + 1 AS nr,
    told(p.id, 'requirements[' || r.n || '].text') AS text,
    CASE WHEN r.addressed IS NULL THEN 'does not say whether the ISMS addresses it'
      ELSE 'is addressed, and it is not recorded where' END AS what,
    CASE WHEN r.addressed IS NULL THEN 'に取り組むか否かが記録されていません'
      ELSE 'は取り組むとされていますが、対応箇所が記録されていません' END AS what_ja
FROM interested_party p JOIN interested_party_requirements r ON r.id = p.id
WHERE p.live AND (r.addressed IS NULL OR (r.addressed = 1 AND blank(r."where")))
