---
code: RSK-05
clause: "6.1.3"
severity: error
profile: starter
title:
  en: "Risk above acceptance without treatment"
  ja: "受容水準を超えるリスクが未対応"
message:
  en: "{id} is {risk_level}, above the acceptable {acceptance}, and {what}; risk owner {who}"
  ja: "{id} のレベルは「{risk_level}」で、受容できる「{acceptance}」を超えていますが、{what_ja}。リスク所有者: {who}"
help:
  en: "choose an option, and record a risk treatment with owner and due date that names {id}"
  ja: "対応の選択肢を決め、担当と期限を持つリスク対応を {id} に結び付けて記録してください"
why:
  en: "Clause 6.1.3 a) and e) ask to choose an option and to plan it. An option is expected within thirty days of the assessment. Stands in for GEN-06 on the option."
  ja: "箇条6.1.3 a) 及び e) は選択肢の選定と計画の策定を求めています。選択肢は評価から30日以内に必要です。選択肢についてはGEN-06に代わって報告します。"
fails: |
  id: RSK-0002
  treatments: ~
  ===
  id: RTP-0002
  risks: [RSK-0001]
  ===
  id: RTP-0001
  risks: [RSK-0001]
passes: |
  id: RSK-0002
  treatments: [RTP-0002]
---
WITH r AS (SELECT r.*, c.acceptance AS ok FROM risk r
    JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft'
    WHERE r.live AND r.state_rank >= 1
      AND (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = r.level)
        > (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = c.acceptance))
SELECT r.id, 'treatments' AS field, word('manual.level_' || r.level, r.level) AS risk_level,
    word('manual.level_' || r.ok, r.ok) AS acceptance,
    person(r.owner) AS who,
    'no treatment with owner and due date is recorded for the option ' || label_of('risk', 'option', r.option) AS what,
    '選択肢「' || label_of('risk', 'option', r.option) || '」に、担当と期限のあるリスク対応が記録されていません' AS what_ja
FROM r WHERE r.option IN ('modify', 'share', 'avoid')
  AND r.id NOT IN (SELECT x.value FROM risk_treatment_risks x
      JOIN risk_treatment t ON t.id = x.id AND t.status <> 'cancelled'
        AND t.owner IS NOT NULL AND t.due IS NOT NULL WHERE x.value IS NOT NULL
      UNION SELECT y.id FROM risk_treatments y
      JOIN risk_treatment t ON t.id = y.value AND t.status <> 'cancelled'
        AND t.owner IS NOT NULL AND t.due IS NOT NULL)
UNION ALL
SELECT r.id, 'option', word('manual.level_' || r.level, r.level),
    word('manual.level_' || r.ok, r.ok), person(r.owner), 'no option is chosen',
    '対応の選択肢が決まっていません'
FROM r WHERE r.option IS NULL AND (r.state_rank >= 2
    OR asof() > date_add(r.assessed_on, setting('treatment_option_grace')))
