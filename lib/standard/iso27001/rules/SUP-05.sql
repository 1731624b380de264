---
code: SUP-05
clause: "6.1.2"
severity: warning
profile: operating
title:
  en: "Critical supplier without risk"
  ja: "リスクのない重要供給者"
message:
  en: "{id} {name} is of high criticality, and no risk is linked"
  ja: "{id}「{name}」は重要度が高いですが、リスクに結び付いていません"
help:
  en: "assess what happens when this supplier fails or leaks, and link the risk"
  ja: "この供給者の停止や漏えいのリスクを評価し、結び付けてください"
why:
  en: "Dependencies are a source of risk (clause 6.1.2 c, A.5.19)."
  ja: "依存はリスクの源です（箇条6.1.2 c、A.5.19）。"
fails: |
  id: SUP-0001
  risks: ~
passes: |
  id: SUP-0001
  risks: [RSK-0002]
---
SELECT s.id, 'criticality' AS field, title(s.id) AS name FROM supplier s
WHERE s.status = 'active' AND s.criticality = 'high' AND blank(s.risks)
  AND NOT EXISTS (SELECT 1 FROM link l WHERE l.dst = s.id AND l.src_kind = 'risk')
