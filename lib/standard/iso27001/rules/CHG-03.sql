---
code: CHG-03
clause: "8.2"
severity: warning
profile: operating
title:
  en: "Significant change without risk review"
  ja: "リスクのレビューのない重大な変更"
message:
  en: "{id} is significant, and {what}"
  ja: "{id} は重大な変更ですが、{what_ja}"
help:
  en: "look at the risks the change brings and name them in risk_review"
  ja: "変更がもたらすリスクを検討し、risk_review に示してください"
why:
  en: "Clause 8.2 asks for an assessment when significant changes are proposed or occur. Stands in for GEN-06 on this field."
  ja: "箇条8.2は、重大な変更が提案された又は生じた場合のリスクアセスメントを求めています。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: CHG-0001
  risk_review: {needed: false}
passes: |
  id: CHG-0001
  risk_review: {needed: true, risks: [RSK-0001]}
---
SELECT id, CASE WHEN risk_review_needed = 1 THEN 'risk_review.risks' ELSE 'risk_review.needed' END AS field,
    CASE WHEN risk_review_needed IS NULL THEN 'no risk review is recorded'
      WHEN risk_review_needed = 0 THEN 'its risk review is recorded as not needed'
      ELSE 'its risk review names no risk' END AS what,
    CASE WHEN risk_review_needed IS NULL THEN 'リスクのレビューが記録されていません'
      WHEN risk_review_needed = 0 THEN 'リスクのレビューは不要とされています'
      ELSE 'リスクのレビューにリスクが示されていません' END AS what_ja
FROM change
WHERE significance = 'significant' AND state_rank >= 1
  AND (coalesce(risk_review_needed, 0) = 0 OR (blank(risk_review_risks) AND status IN ('done', 'closed')))
