---
code: CTL-08
clause: "6.1.3"
severity: error
profile: operating
title:
  en: "Unfinished control without plan"
  ja: "計画のない未完了の管理策"
message:
  en: "{id} {name} is {implementation}, and no open risk treatment or objective with a due date brings it to an end"
  ja: "{id}「{name}」の実施状況は「{implementation}」ですが、期限のあるリスク対応も目的も記録されていません"
help:
  en: "record a risk treatment with a due date that names {id}"
  ja: "期限を持ち {id} を示すリスク対応を記録してください"
why:
  en: "What is not yet implemented belongs in the treatment plan (clause 6.1.3 e). A control that is applicable and not started is a warning; where a risk counts on it, RSK-11 says so."
  ja: "未実施のものはリスク対応計画に載せます（箇条6.1.3 e）。適用としながら未着手の管理策は警告とし、リスクが依存している場合はRSK-11が報告します。"
fails: |
  id: A.8.1
  implementation: partial
passes: |
  id: A.6.3
  implementation: partial
---
SELECT k.id, 'implementation' AS field, title(k.id) AS name, k.implementation,
    CASE k.implementation WHEN 'not_started' THEN 'warning' ELSE 'error' END AS level
FROM control k
WHERE k.live AND k.applicable = 1 AND k.implementation IN ('not_started', 'planned', 'partial')
  AND (k.implementation <> 'not_started' OR k.id NOT IN (SELECT x.value FROM risk_existing_controls x
    JOIN risk r ON r.id = x.id AND r.live WHERE x.value IS NOT NULL))
  AND NOT EXISTS (SELECT 1 FROM risk_treatment t WHERE has(coalesce(t.controls, ''), k.id)
      AND t.due IS NOT NULL AND t.status IN ('planned', 'approved', 'in_progress'))
  AND NOT EXISTS (SELECT 1 FROM objective o JOIN objective_actions a ON a.id = o.id
      WHERE o.live AND o.due IS NOT NULL AND regexp(replace(k.id, '.', '\.') || '(?![0-9])', a.value))
