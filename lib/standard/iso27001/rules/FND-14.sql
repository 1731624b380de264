---
code: FND-14
clause: "10.1"
severity: warning
profile: operating
title:
  en: "Observation without decision"
  ja: "観察事項への決定なし"
message:
  en: "{id} ({finding_type}) was {what}, and no decision is recorded"
  ja: "{id}（{finding_type}）は{what_ja}、決定事項が記録されていません"
help:
  en: "record what was decided, also when nothing will be done"
  ja: "対応しない場合も含め、決定事項を記録してください"
why:
  en: "Observations and opportunities are the material of continual improvement (clause 10.1); they may be declined but not forgotten. Told after ninety days, and at once when it is closed."
  ja: "観察事項と改善の機会は継続的改善（箇条10.1）の材料です。採らないことはできても、忘れることはできません。90日を過ぎたとき、又は決定のないまま完了としたときに報告します。"
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
SELECT id, 'decision' AS field, finding_type,
    CASE status WHEN 'closed' THEN 'closed' ELSE 'raised on ' || raised_on || ', '
      || days(raised_on, asof()) || ' days ago' END AS what,
    CASE status WHEN 'closed' THEN '完了とされていますが' ELSE ' ' || raised_on || '（'
      || days(raised_on, asof()) || ' 日前）の指摘ですが' END AS what_ja
FROM audit_finding
WHERE finding_type IN ('observation', 'ofi') AND blank(decision) AND ncr IS NULL
  AND status <> 'rejected'
  AND (status = 'closed' OR days(raised_on, asof()) > setting('finding_decision_days') + 0)
