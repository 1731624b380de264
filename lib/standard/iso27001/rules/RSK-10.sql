---
code: RSK-10
clause: "6.1.3"
severity: error
profile: starter
title:
  en: "Risk relies on an excluded control"
  ja: "適用除外の管理策への依存"
message:
  en: "{id} relies on {control} {name}, which is not applicable"
  ja: "{id} は適用除外の管理策 {control}「{name}」に依存しています"
help:
  en: "make {control} applicable in the Statement of Applicability, or name another control"
  ja: "適用宣言書で {control} を適用とするか、別の管理策を示してください"
why:
  en: "The Statement of Applicability follows from the treatment of risks, not the other way round (clause 6.1.3 d). The other uses of an excluded control are reported by CTL-06."
  ja: "適用宣言書はリスク対応から導かれるものです（箇条6.1.3 d）。適用除外の管理策のその他の使用はCTL-06で報告します。"
fails: |
  id: RSK-0002
  existing_controls: [A.8.30]
passes: |
  id: RSK-0002
  existing_controls: [A.8.29]
---
SELECT r.id, 'existing_controls[' || x.n || ']' AS field, k.id AS control, title(k.id) AS name,
    k.id AS also_id, 'applicable' AS also_field
FROM risk r JOIN risk_existing_controls x ON x.id = r.id
JOIN control k ON k.id = x.value AND k.applicable = 0 WHERE r.live
UNION ALL
SELECT t.id, 'controls[' || x.n || ']', k.id, title(k.id), k.id, 'applicable'
FROM risk_treatment t JOIN risk_treatment_controls x ON x.id = t.id
JOIN control k ON k.id = x.value AND k.applicable = 0 WHERE t.status <> 'cancelled'
