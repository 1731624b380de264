---
code: RSK-07
clause: "6.1.3"
severity: error
profile: operating
title:
  en: "No residual level"
  ja: "残留リスクの評価なし"
message:
  en: "{id}: {what}, and no residual level is recorded"
  ja: "{id}: {what_ja}が、残留リスクのレベルが記録されていません"
help:
  en: "assess what remains and record residual likelihood, impact and level"
  ja: "残ったリスクを評価し、残留の起こりやすさ、影響度及びレベルを記録してください"
why:
  en: "Whether the treatment was enough shows in what remains; the risk owner accepts that (clause 6.1.3 f). Stands in for GEN-06 on this field."
  ja: "対応が十分だったかは残留リスクに表れ、リスク所有者はそれを受容します（箇条6.1.3 f）。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: RSK-0001
  residual_level: ~
passes: |
  id: RSK-0002
  residual_level: ~
---
WITH t AS (SELECT y.id AS risk, p.status FROM risk_treatments y JOIN risk_treatment p ON p.id = y.value
    UNION SELECT x.value, p.status FROM risk_treatment_risks x JOIN risk_treatment p ON p.id = x.id)
SELECT r.id, 'residual_level' AS field,
    CASE r.status WHEN 'accepted' THEN 'the risk is accepted' ELSE 'all treatments are verified' END AS what,
    CASE r.status WHEN 'accepted' THEN 'リスクは受容済みです' ELSE '全てのリスク対応は確認済みです' END AS what_ja
FROM risk r
WHERE r.live AND r.residual_level IS NULL AND (r.status = 'accepted' OR (r.status = 'treating'
  AND r.id IN (SELECT risk FROM t WHERE status = 'verified')
  AND r.id NOT IN (SELECT risk FROM t WHERE risk IS NOT NULL AND status NOT IN ('verified', 'cancelled'))))
