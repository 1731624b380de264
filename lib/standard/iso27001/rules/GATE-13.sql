---
code: GATE-13
clause: "8.2"
severity: warning
profile: operating
against: true
title:
  en: "Score lowered by the change"
  ja: "評点を下げる変更"
message:
  en: "this change lowers {what} of {id} from {old} to {new}, and no treatment, test or comment comes with it"
  ja: "この変更は {id} の{what_ja}を {old} から {new} に下げていますが、対応、試験、説明のいずれも伴っていません"
help:
  en: "say what changed: a treatment done, a control tested, or the reason in the record"
  ja: "何が変わったかを記録してください（完了した対応、試験した管理策、記録中の理由）"
why:
  en: "Figures that fall by themselves make a register look well and nothing safer. What lowers a risk or a finding is work or knowledge, and either can be named."
  ja: "理由なく下がる数値は、台帳の見かけを良くするだけで何も安全にしません。リスクや指摘を下げるのは作業か知見であり、いずれも記録できます。"
fails: |
  id: RSK-0001
  likelihood: 1
passes: |
  id: RSK-0001
  likelihood: 1
  residual_reason: Keys of administrators are now held in hardware
---
WITH level(value, n) AS (SELECT value, max(n) FROM base.risk_criteria_levels GROUP BY value),
  grade(value, n) AS (VALUES ('strength', 0), ('ofi', 1), ('observation', 2), ('minor', 3), ('major', 4)),
  listed AS (SELECT DISTINCT id, was, field FROM changed
    WHERE kind = 'risk' AND field IN ('scores', 'residual_scores')),
  score(id, field, old, new, factor) AS (
    SELECT c.id, c.field, c.old, c.new, NULL FROM changed c WHERE c.kind = 'risk' AND c.what = 'changed'
      AND c.field IN ('likelihood', 'impact', 'residual_likelihood', 'residual_impact') AND c.new + 0 < c.old + 0
    UNION ALL
    SELECT s.id, 'scores[' || s.n || '].n', b.own_n, s.own_n, s.factor
    FROM listed c JOIN risk_scores s ON s.id = c.id AND c.field = 'scores'
    JOIN base.risk_scores b ON b.id = c.was AND b.factor = s.factor AND s.own_n < b.own_n
    UNION ALL
    SELECT s.id, 'residual_scores[' || s.n || '].n', b.own_n, s.own_n, s.factor
    FROM listed c JOIN risk_residual_scores s ON s.id = c.id AND c.field = 'residual_scores'
    JOIN base.risk_residual_scores b ON b.id = c.was AND b.factor = s.factor AND s.own_n < b.own_n),
  fell AS (
    SELECT * FROM score
    UNION ALL
    SELECT c.id, c.field, c.old, c.new, NULL FROM changed c
    WHERE c.kind = 'risk' AND c.what = 'changed'
      AND c.field IN ('level', 'residual_level') AND (SELECT n FROM level WHERE value = c.new)
        < (SELECT n FROM level WHERE value = c.old)
      -- The level follows from the scores: they are named, and not it.
      AND NOT EXISTS (SELECT 1 FROM score s WHERE s.id = c.id
        AND (s.field LIKE 'residual%') = (c.field LIKE 'residual%'))
    UNION ALL
    SELECT c.id, c.field, c.old, c.new, NULL FROM changed c
    WHERE c.kind IN ('audit_finding', 'nonconformity') AND c.what = 'changed'
      AND c.field IN ('finding_type', 'severity')
      AND (SELECT n FROM grade WHERE value = c.new) < (SELECT n FROM grade WHERE value = c.old))
SELECT f.id, f.field, f.old, f.new,
    CASE WHEN f.factor IS NOT NULL THEN CASE WHEN f.field LIKE 'residual%' THEN 'the residual score for '
      ELSE 'the score for ' END || word(f.factor, f.factor) ELSE CASE f.field WHEN 'likelihood' THEN 'the likelihood' WHEN 'impact' THEN 'the impact'
      WHEN 'residual_likelihood' THEN 'the residual likelihood'
      WHEN 'residual_impact' THEN 'the residual impact' WHEN 'level' THEN 'the level'
      WHEN 'residual_level' THEN 'the residual level'
      WHEN 'severity' THEN 'the severity' ELSE 'the type' END END AS what,
    CASE WHEN f.factor IS NOT NULL THEN CASE WHEN f.field LIKE 'residual%' THEN '残留リスクの' ELSE '' END
      || '「' || word(f.factor, f.factor) || '」の評点' ELSE CASE f.field WHEN 'likelihood' THEN '起こりやすさ' WHEN 'impact' THEN '影響度'
      WHEN 'residual_likelihood' THEN '残留リスクの起こりやすさ'
      WHEN 'residual_impact' THEN '残留リスクの影響度' WHEN 'level' THEN 'リスクレベル'
      WHEN 'residual_level' THEN '残留リスクのレベル'
      WHEN 'severity' THEN '重大度' ELSE '指摘区分' END END AS what_ja
FROM fell f
WHERE NOT EXISTS (SELECT 1 FROM changed c WHERE c.id = f.id AND (c.what = 'body'
    OR c.field IN ('residual_reason', 'treatments', 'existing_controls', 'acceptance.reason',
      'evidence', 'decision', 'description', 'criterion', 'consequence', 'threat',
      'vulnerability', 'event', 'criteria')))
  AND NOT EXISTS (SELECT 1 FROM changed c JOIN link l ON l.src = f.id AND l.dst = c.id
    WHERE c.field IN ('done_on', 'verified_on', 'last_tested', 'implementation'))
  AND NOT EXISTS (SELECT 1 FROM changed c JOIN link l ON l.dst = f.id AND l.src = c.id
    WHERE c.field IN ('done_on', 'verified_on', 'last_tested', 'implementation'))
