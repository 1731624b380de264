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
  en: "The Statement of Applicability follows from the treatment of risks, not the other way round (clause 6.1.3 d). Where more than this record uses the excluded control, CTL-06 reports them all in one."
  ja: "適用宣言書はリスク対応から導かれるものです（箇条6.1.3 d）。ほかにも使用している記録があるときは、CTL-06がまとめて報告します。"
fails: |
  id: RSK-0002
  existing_controls: [A.8.30]
passes: |
  id: RSK-0002
  existing_controls: [A.8.29]
---
WITH u(control, id, kind, field) AS (SELECT l.dst, l.src, r.kind, l.field
    FROM control k JOIN link l ON l.dst = k.id JOIN record r ON r.id = l.src
    WHERE k.live AND k.applicable = 0 AND CASE r.kind
      WHEN 'document' THEN r.status = 'in_force'
      WHEN 'risk' THEN r.live AND l.field LIKE 'existing_controls%'
      WHEN 'risk_treatment' THEN r.status <> 'cancelled'
      ELSE r.live AND r.kind IN ('activity', 'legal_requirement', 'continuity_plan', 'metric') END
      AND l.field <> 'body' AND l.field NOT GLOB 'body_*' GROUP BY l.dst, l.src ORDER BY l.dst, id_key(l.src))
SELECT u.id, u.field, u.control AS item, u.control, title(u.control) AS name,
    u.control AS also_id, 'applicable' AS also_field
FROM u GROUP BY u.control HAVING count(*) = 1 AND u.kind IN ('risk', 'risk_treatment')
