---
code: FND-14
clause: "10.1"
severity: warning
profile: operating
title:
  en: "Observation without decision"
  ja: "観察事項への決定なし"
message:
  en: "{id} ({finding_type}) was raised on {day}, {n} {n:day|days} ago, and no decision is recorded"
  ja: "{id}（{finding_type}）は {day}（{n} 日前）の指摘ですが、決定事項が記録されていません"
help:
  en: "record what was decided, also when nothing will be done"
  ja: "対応しない場合も含め、決定事項を記録してください"
why:
  en: "Observations and opportunities are the material of continual improvement (clause 10.1); they may be declined but not forgotten."
  ja: "観察事項と改善の機会は継続的改善（箇条10.1）の材料です。採らないことはできても、忘れることはできません。"
fails: |
  id: FND-0001
  finding_type: observation
  ncr: ~
passes: |
  id: FND-0001
  finding_type: observation
  ncr: ~
  decision: The tool will ask for the ticket
---
SELECT id, 'decision' AS field, finding_type, raised_on AS day,
    days(raised_on, asof()) AS n
FROM audit_finding
WHERE finding_type IN ('observation', 'ofi') AND blank(decision) AND ncr IS NULL
  AND status NOT IN ('rejected', 'closed')
  AND days(raised_on, asof()) > setting('finding_decision_days') + 0
