---
code: GEN-05
clause: "7.5"
severity: warning
profile: operating
title:
  en: "Reference to a record no longer in use"
  ja: "使われなくなった記録の参照"
message:
  en: "{id} refers in {path_} to {target}, which is {state}"
  ja: "{id} の {path_} が示す {target} は状態が「{state}」です"
help:
  en: "refer to the record that took its place, or take the reference out"
  ja: "置き換わった記録を参照するか、参照を外してください"
why:
  en: "A live record that leans on a withdrawn one describes the past (clause 7.5). Superseded documents are reported by DOC-08, disposed assets in risks by AST-05, people who left by GEN-14."
  ja: "使用中の記録が終了した記録に依拠していると、過去を述べることになります（箇条7.5）。旧版文書はDOC-08、リスク中の廃棄済み資産はAST-05、退職者はGEN-14で報告します。"
fails: |
  id: SUP-0001
  status: terminated
  ===
  id: AST-0001
  supplier: SUP-0001
passes: |
  id: SUP-0001
  status: active
---
SELECT s.id, l.field, d.id AS item, l.field AS path_, label(d.id) AS target, label_of(d.kind, 'status', d.status) AS state,
    d.id AS also_id, 'status' AS also_field
FROM record d CROSS JOIN link l ON l.dst = d.id
JOIN record s ON s.id = l.src AND s.live AND NOT s.ended
WHERE d.status IN ('closed', 'disposed', 'withdrawn', 'superseded', 'terminated', 'retired')
  AND l.field NOT IN ('supersedes', 'translation_of', 'body') AND l.field NOT GLOB 'body_*'
  AND s.kind IN ('risk', 'risk_treatment', 'control', 'document', 'objective', 'process', 'asset',
    'continuity_plan', 'interested_party', 'legal_requirement', 'activity', 'role', 'metric',
    'supplier', 'person', 'exception', 'exercise')
  -- An exercise that was held tells of the plan as it was.
  AND (s.kind <> 'exercise' OR s.status = 'planned')
  AND ((d.kind = 'risk' AND d.status = 'closed')
    OR (d.kind = 'asset' AND d.status = 'disposed' AND s.kind <> 'risk')
    OR (d.kind IN ('document', 'continuity_plan') AND d.status = 'withdrawn')
    OR (d.kind = 'continuity_plan' AND d.status = 'superseded')
    OR (d.kind = 'supplier' AND d.status = 'terminated')
    OR (d.kind <> 'person' AND d.status = 'retired'))
