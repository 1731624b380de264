---
code: RSK-11
clause: "6.1.3"
severity: warning
profile: operating
title:
  en: "Risk relies on a control not begun"
  ja: "未着手の管理策への依存"
message:
  en: "{id} counts on {control} {name}, which is {state}, and no open treatment brings it"
  ja: "{id} は管理策 {control}「{name}」に依存していますが、実施状況は「{state}」で、実施するリスク対応もありません"
help:
  en: "plan a risk treatment that names {control}, or take it out of existing_controls"
  ja: "{control} を実施するリスク対応を計画するか、existing_controls から外してください"
why:
  en: "A control that does not exist lowers no risk (clause 6.1.3 e)."
  ja: "存在しない管理策はリスクを下げません（箇条6.1.3 e）。"
fails: |
  id: A.5.17
  implementation: not_started
passes: |
  id: A.5.17
  implementation: implemented
---
SELECT r.id, 'existing_controls[' || x.n || ']' AS field, k.id AS control, title(k.id) AS name,
    label_of('control', 'implementation', k.implementation) AS state, k.id AS also_id, 'implementation' AS also_field
FROM risk r JOIN risk_existing_controls x ON x.id = r.id
JOIN control k ON k.id = x.value AND k.applicable = 1
    AND k.implementation = 'not_started'
WHERE r.live AND NOT EXISTS (SELECT 1 FROM risk_treatment t
    WHERE t.status IN ('planned', 'approved', 'in_progress') AND has(coalesce(t.controls, ''), k.id))
