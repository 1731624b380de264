---
code: OBJ-08
clause: "10.1"
severity: error
profile: operating
title:
  en: "Missed without consequence"
  ja: "未達への対応なし"
message:
  en: "{id} was missed, and no nonconformity, corrective action or review decision refers to it"
  ja: "{id} は未達ですが、これを参照する不適合、是正処置、レビューの決定事項がありません"
help:
  en: "open a nonconformity, or decide on it in the management review and name {id} there"
  ja: "不適合を起票するか、マネジメントレビューで決定し {id} を示してください"
why:
  en: "What was missed is either given up by decision or tried anew (clause 10.1)."
  ja: "未達の目的は、決定によりやめるか、改めて取り組みます（箇条10.1）。"
fails: |
  id: OBJ-0001
  status: missed
passes: |
  id: OBJ-0001
  status: missed
  ===
  id: NCR-0001
  ref: OBJ-0001
---
SELECT o.id, 'status' AS field FROM objective o
WHERE o.status = 'missed' AND NOT EXISTS (SELECT 1 FROM link l WHERE l.dst = o.id
    AND (l.src_kind = 'nonconformity'
      OR l.src_kind = 'corrective_action' AND l.src NOT IN (SELECT id FROM corrective_action
        WHERE status = 'cancelled')
      OR l.src_kind = 'management_review' AND l.field LIKE 'decisions%'
        AND l.src IN (SELECT id FROM management_review WHERE state_rank >= 1)))
