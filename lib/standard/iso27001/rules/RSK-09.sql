---
code: RSK-09
clause: "6.1.3"
severity: warning
profile: operating
title:
  en: "Nothing explains the lower residual level"
  ja: "残留リスク低減の裏付けなし"
message:
  en: "{id} went from {before} to {after}, and no implemented control and no finished treatment is recorded"
  ja: "{id} は「{before}」から「{after}」に下がっていますが、実施済みの管理策も完了したリスク対応も記録されていません"
help:
  en: "name the controls in existing_controls or finish a treatment before lowering the level"
  ja: "existing_controls に管理策を示すか、リスク対応を完了してからレベルを下げてください"
why:
  en: "A level falls because something was done; what that was must be seen (clause 6.1.3 b). Judged when the risk is accepted: until then the residual level is what is hoped for. A control implemented in part explains it, too."
  ja: "レベルが下がるのは何かを実施したからです。それが何かが示される必要があります（箇条6.1.3 b）。受容までの残留レベルは見込みであるため、受容済みのリスクについて判定します。一部実施の管理策も裏付けとします。"
fails: |
  id: RSK-0001
  existing_controls: ~
  treatments: ~
  ===
  id: RTP-0001
  status: in_progress
  due: 2026-12-31
  done_on: ~
  verified_by: ~
  verified_on: ~
passes: |
  id: RSK-0001
  existing_controls: [A.5.17]
---
SELECT r.id, 'residual_level' AS field, word('manual.level_' || r.level, r.level) AS before,
    word('manual.level_' || r.residual_level, r.residual_level) AS after
FROM risk r JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft'
WHERE r.status = 'accepted'
  AND (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = r.residual_level)
    < (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = r.level)
  AND r.id NOT IN (SELECT x.value FROM risk_treatment_risks x
      JOIN risk_treatment t ON t.id = x.id AND t.status IN ('done', 'verified')
      WHERE x.value IS NOT NULL
      UNION SELECT y.id FROM risk_treatments y
      JOIN risk_treatment t ON t.id = y.value AND t.status IN ('done', 'verified'))
  AND NOT EXISTS (SELECT 1 FROM risk_existing_controls x JOIN control k ON k.id = x.value
      WHERE x.id = r.id AND k.implementation IN ('implemented', 'partial'))
