---
code: RSK-15
clause: "6.1.2"
severity: error
profile: operating
title:
  en: "Risk not described"
  ja: "リスクの特定が不十分"
message:
  en: "{id} ({method}) has no {what} recorded"
  ja: "{id}（{method}）に{what_ja}が記録されていません"
help:
  en: "a risk by asset names asset, threat and vulnerability; a risk by event names event and consequence"
  ja: "資産ベースでは資産、脅威及びぜい弱性を、事象ベースでは事象及び結果を記録してください"
why:
  en: "Without these nobody can tell what the score was given for (clause 6.1.2 c)."
  ja: "これらがなければ、何を評価した点数か分かりません（箇条6.1.2 c）。"
fails: |
  id: RSK-0002
  event: ~
passes: |
  id: RSK-0002
  event: The administrator leaves
---
SELECT r.id, w.column2 AS field, r.method, w.column3 AS what, w.column4 AS what_ja
FROM risk r JOIN (VALUES ('asset', 'assets', 'asset', '資産'), ('asset', 'threat', 'threat', '脅威'),
    ('asset', 'vulnerability', 'vulnerability', 'ぜい弱性'), ('event', 'event', 'event', '事象'),
    ('event', 'consequence', 'consequence', '結果')) w ON w.column1 = r.method
WHERE r.live AND CASE w.column2 WHEN 'assets' THEN blank(r.assets)
    WHEN 'threat' THEN blank(r.threat) WHEN 'vulnerability' THEN blank(r.vulnerability)
    WHEN 'event' THEN blank(r.event) ELSE blank(r.consequence) END
