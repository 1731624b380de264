---
code: CRI-02
clause: "6.1.2"
severity: error
profile: starter
title:
  en: "No acceptance level"
  ja: "リスク受容基準なし"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "name in acceptance the highest level of levels that may be accepted"
  ja: "acceptance に、受容できる上限のレベルを levels の中から記録してください"
why:
  en: "Clause 6.1.2 a) asks for the risk acceptance criteria; without them nobody can tell which risk needs treatment. Stands in for GEN-06 on this field."
  ja: "箇条6.1.2 a) はリスク受容基準を求めています。これがなければ、どのリスクに対応が要るか分かりません。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: CRI-0001
  acceptance: ~
passes: |
  id: CRI-0001
  acceptance: medium
---
SELECT c.id, 'acceptance' AS field,
    CASE WHEN blank(c.acceptance) THEN 'has no acceptance level recorded'
        ELSE 'accepts up to ' || c.acceptance || ', which is none of its levels ' || c.levels END AS what,
    CASE WHEN blank(c.acceptance) THEN 'に受容できる上限のレベルが記録されていません'
        ELSE 'の受容レベル ' || c.acceptance || ' はリスクレベル（' || c.levels || '）にありません' END AS what_ja
FROM risk_criteria c
WHERE c.live AND (blank(c.acceptance) OR NOT has(coalesce(c.levels, ''), c.acceptance))
