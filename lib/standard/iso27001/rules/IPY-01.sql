---
code: IPY-01
clause: "4.2"
severity: error
profile: operating
title:
  en: "No interested party"
  ja: "利害関係者なし"
message:
  en: "no interested party is recorded"
  ja: "利害関係者が記録されていません"
help:
  en: "record who has requirements on your information security, such as customers, staff and authorities"
  ja: "顧客、従業員、当局など、情報セキュリティに要求を持つ相手を記録してください"
why:
  en: "Clause 4.2 a) asks who the interested parties are."
  ja: "箇条4.2 a) は利害関係者の決定を求めています。"
fails: |
  remove: [IPY-0001, IPY-0002, IPY-0003, IPY-0004]
passes: |
  remove: [IPY-0004]
---
SELECT NULL AS id WHERE NOT EXISTS (SELECT 1 FROM interested_party WHERE live)
