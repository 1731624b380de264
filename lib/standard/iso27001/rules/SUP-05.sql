---
code: SUP-05
clause: "6.1.2"
severity: warning
profile: operating
title:
  en: "Critical supplier without risk"
  ja: "リスクを評価していない重要な供給者"
message:
  en: "{id} {name} is of high criticality, and no risk is linked"
  ja: "{id}「{name}」は重要度の高い供給者ですが、リスクが結び付けられていません"
help:
  en: "assess what happens when this supplier fails or leaks, and link the risk"
  ja: "サービスの停止や情報の漏えいなど、この供給者に関するリスクを評価し、risks に示してください"
why:
  en: "Dependencies are a source of risk (clause 6.1.2 c, A.5.19). A risk of an asset that the supplier provides counts."
  ja: "供給者への依存はリスク源となります（箇条6.1.2 c、A.5.19）。その供給者が提供する資産のリスクも数えます。"
fails: |
  id: SUP-0001
  risks: ~
  ===
  id: AST-0001
  supplier: ~
passes: |
  id: SUP-0001
  risks: ~
---
SELECT s.id, 'criticality' AS field, title(s.id) AS name FROM supplier s
WHERE s.status = 'active' AND s.criticality = 'high' AND blank(s.risks)
  AND NOT EXISTS (SELECT 1 FROM link l JOIN risk r ON r.id = l.src AND r.live
    WHERE l.dst = s.id OR l.dst IN (SELECT a.id FROM asset a WHERE a.supplier = s.id))
