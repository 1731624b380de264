---
code: AST-04
clause: "6.1.2"
severity: warning
profile: operating
title:
  en: "Most valuable asset without risk"
  ja: "リスクのない重要資産"
message:
  en: "{id} {name} has the highest value for {what}, and no risk names it"
  ja: "{id}「{name}」は{what_ja}の値が最大ですが、これを挙げるリスクがありません"
help:
  en: "assess what threatens it"
  ja: "この資産への脅威を評価してください"
why:
  en: "The most valuable assets are where risks are looked for first (clause 6.1.2 c)."
  ja: "リスクの特定は最も価値の高い資産から始めます（箇条6.1.2 c）。"
fails: |
  id: AST-0002
  c: 3
passes: |
  id: AST-0002
  c: 2
---
SELECT s.id, CASE 3 WHEN s.c THEN 'c' WHEN s.i THEN 'i' ELSE 'a' END AS field, title(s.id) AS name,
    CASE 3 WHEN s.c THEN 'confidentiality' WHEN s.i THEN 'integrity' ELSE 'availability' END AS what,
    CASE 3 WHEN s.c THEN '機密性' WHEN s.i THEN '完全性' ELSE '可用性' END AS what_ja
FROM asset s
WHERE s.live AND 3 IN (s.c, s.i, s.a)
  AND s.id NOT IN (SELECT x.value FROM risk_assets x JOIN risk r ON r.id = x.id AND r.live
      WHERE x.value IS NOT NULL)
