---
code: CTL-02
clause: "6.1.3"
severity: error
profile: starter
title:
  en: "Applicable without reason"
  ja: "適用理由の記載なし"
message:
  en: "{id} {name} is applicable and has no {what} recorded"
  ja: "{id}「{name}」は適用としていますが、{what_ja}が記録されていません"
help:
  en: "say why the control is needed (justification) and what asks for it (basis: risk, law, contract, business)"
  ja: "必要とする理由（justification）と根拠（basis: リスク、法令、契約、事業上の必要性）を記録してください"
why:
  en: "Clause 6.1.3 d) asks for the reason of each inclusion. Stands in for GEN-06 on the justification."
  ja: "箇条6.1.3 d) は管理策を含めた理由を求めています。理由についてはGEN-06に代わって報告します。"
fails: |
  id: A.8.1
  justification: ~
passes: |
  id: A.8.1
  justification: Laptops leave the office
---
SELECT k.id, title(k.id) AS name, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM control k, (VALUES ('justification', 'justification', '理由'), ('basis', 'basis', '根拠')) w
WHERE k.live AND k.applicable = 1
  AND CASE w.column1 WHEN 'justification' THEN blank(k.justification)
      ELSE blank(k.basis) AND blank(k.risks) AND blank(k.legal) END
