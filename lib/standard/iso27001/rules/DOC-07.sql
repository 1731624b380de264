---
code: DOC-07
clause: "5.2"
severity: error
profile: operating
title:
  en: "Policy lacks what it must hold"
  ja: "基本方針の必要事項の欠落"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "name both commitments in commitments, and link the objectives or give their frame"
  ja: "commitments に二つのコミットメントを示し、情報セキュリティ目的に結び付けるかその枠組みを示してください"
why:
  en: "Clause 5.2 b) to d) ask for the objectives or their frame, and for the commitments to meet requirements and to improve continually."
  ja: "箇条5.2 b) から d) は、目的又はその枠組みと、要求事項を満たすこと及び継続的改善へのコミットメントを求めています。"
fails: |
  id: DOC-0001
  commitments: [requirements]
passes: |
  id: DOC-0001
  commitments: [requirements, improvement]
---
WITH d AS (SELECT min(id) AS id, commitments FROM document
    WHERE status = 'in_force' AND doc_type = 'policy' AND level = 'top' AND translation_of IS NULL)
SELECT d.id, 'commitments' AS field,
    'records no commitment ' || group_concat(w.column2, ' and none ') AS what,
    'に「' || group_concat(w.column3, '」及び「') || '」というコミットメントが記録されていません' AS what_ja
FROM d, (VALUES ('requirements', 'to meet requirements', '要求事項を満たす'),
    ('improvement', 'to improve continually', '継続的に改善する')) w
WHERE d.id IS NOT NULL AND NOT has(coalesce(d.commitments, ''), w.column1)
GROUP BY d.id
UNION ALL
SELECT d.id, 'clauses', 'is linked with no objective', 'は情報セキュリティ目的に結び付いていません'
FROM d
WHERE d.id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM link l WHERE (l.src = d.id AND l.dst_kind = 'objective')
      OR (l.dst = d.id AND l.src_kind = 'objective'))
  AND NOT EXISTS (SELECT 1 FROM document_clauses c WHERE c.id = d.id AND (c.value = '6.2' OR c.value = '6'))
