---
code: CTL-06
clause: "6.1.3"
severity: error
profile: starter
title:
  en: "Excluded control in use"
  ja: "使用中の適用除外管理策"
message:
  en: "{id} {name} is not applicable, but {n} {n:record|records} use it: {users}"
  ja: "{id}「{name}」は適用除外としていますが、{n} 件の記録（{users_ja}）が使用しています"
help:
  en: "make the control applicable, or take it out of these records"
  ja: "管理策を適用とするか、これらの記録から外してください"
why:
  en: "An exclusion that the own documents or routine work contradict will not stand (clause 6.1.3 d). One finding names all that use it. Where a single risk or treatment is all, RSK-10 reports it there."
  ja: "自らの文書や定期運用と矛盾する適用除外は成り立ちません（箇条6.1.3 d）。使用している記録を一つの指摘にまとめます。使用しているのが一つのリスク又はリスク対応だけのときは、RSK-10がその記録について報告します。"
fails: |
  id: ACT-0002
  control: [A.8.8, A.8.13, A.8.15, A.8.30]
passes: |
  id: ACT-0002
  control: [A.8.8, A.8.13, A.8.15]
---
WITH u(control, id, kind, field) AS (SELECT l.dst, l.src, r.kind, l.field
    FROM control k JOIN link l ON l.dst = k.id JOIN record r ON r.id = l.src
    WHERE k.live AND k.applicable = 0 AND CASE r.kind
      WHEN 'document' THEN r.status = 'in_force'
      WHEN 'risk' THEN r.live AND l.field LIKE 'existing_controls%'
      WHEN 'risk_treatment' THEN r.status <> 'cancelled'
      ELSE r.live AND r.kind IN ('activity', 'legal_requirement', 'continuity_plan', 'metric') END
      AND l.field <> 'body' AND l.field NOT GLOB 'body_*' GROUP BY l.dst, l.src ORDER BY l.dst, id_key(l.src))
SELECT k.id, 'applicable' AS field, title(k.id) AS name, count(*) AS n,
    group_concat(u.id, ', ') AS users, group_concat(u.id, '、') AS users_ja, min(u.id) AS also_id
FROM control k JOIN u ON u.control = k.id GROUP BY k.id
HAVING count(*) > 1 OR max(u.kind NOT IN ('risk', 'risk_treatment'))
