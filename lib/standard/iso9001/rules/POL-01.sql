---
code: POL-01
clause: "5.2"
severity: error
profile: starter
title:
  en: "No quality policy in force"
  ja: "有効な品質方針がない"
message:
  en: "{n} quality policies are in force; there must be exactly one"
  ja: "有効な品質方針が {n} 件あります（1 件である必要があります）"
help:
  en: "keep one procedure of level policy in force"
  ja: "レベルが policy の手順を 1 件だけ有効にしてください"
why:
  en: "The policy is what all objectives are measured against."
  ja: "品質目標はすべて方針に照らして判断されます。"
fails: |
  id: PRO-0001
  status: draft
passes: |
  id: PRO-0001
  version: "1.1"
---
SELECT NULL AS id, count(*) AS n FROM procedure WHERE level = 'policy' AND status = 'in_force' HAVING count(*) <> 1
