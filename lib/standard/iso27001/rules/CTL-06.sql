---
code: CTL-06
clause: "6.1.3"
severity: error
profile: starter
title:
  en: "Excluded control in use"
  ja: "使用中の適用除外管理策"
message:
  en: "{id} {name} is not applicable, but {user} {title} uses it"
  ja: "{id}「{name}」は適用除外ですが、{user}「{title}」が使用しています"
help:
  en: "make the control applicable, or take it out of {user}"
  ja: "管理策を適用とするか、{user} から外してください"
why:
  en: "An exclusion that the own documents or routine work contradict will not stand (clause 6.1.3 d). Risks and treatments that rely on it are reported by RSK-10."
  ja: "自らの文書や定期運用と矛盾する適用除外は成り立ちません（箇条6.1.3 d）。リスク及びリスク対応からの依存はRSK-10で報告します。"
fails: |
  id: ACT-0002
  control: [A.8.8, A.8.13, A.8.15, A.8.30]
passes: |
  id: ACT-0002
  control: [A.8.8, A.8.13, A.8.15]
---
SELECT k.id, 'applicable' AS field, title(k.id) AS name, r.id AS user, title(r.id) AS title,
    r.id AS also_id, l.field AS also_field
FROM control k JOIN link l ON l.dst = k.id
JOIN record r ON r.id = l.src AND NOT r.ended
WHERE k.live AND k.applicable = 0 AND l.field <> 'body'
  AND ((r.kind = 'document' AND r.status = 'in_force')
    OR r.kind IN ('activity', 'legal_requirement', 'continuity_plan', 'metric'))
GROUP BY k.id, r.id
