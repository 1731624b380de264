---
code: OBJ-11
clause: "6.2"
severity: warning
profile: operating
title:
  en: "Objective without a risk or requirement behind it"
  ja: "リスク・要求事項に基づかない目的"
message:
  en: "{id} names no risk, interested party or legal requirement"
  ja: "{id} にリスク、利害関係者又は法令・規制要求事項が示されていません"
help:
  en: "link what the objective answers to"
  ja: "目的が応えるリスク又は要求事項を risks に示してください"
why:
  en: "Clause 6.2 c) asks to take the requirements and the results of risk assessment and treatment into account."
  ja: "箇条6.2 c) は、要求事項並びにリスクアセスメント及びリスク対応の結果の考慮を求めています。"
fails: |
  id: OBJ-0001
  risks: ~
passes: |
  id: OBJ-0001
  risks: [IPY-0001]
---
SELECT id, 'title' AS field FROM objective
WHERE live AND blank(risks) AND status IN ('draft', 'approved', 'active')
