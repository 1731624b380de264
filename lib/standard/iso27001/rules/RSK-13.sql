---
code: RSK-13
clause: "6.1.2"
severity: warning
profile: operating
title:
  en: "Residual risk above the risk before treatment"
  ja: "対応前より高い残留リスク"
message:
  en: "{id} is {before} before and {after} after treatment, and no reason is recorded"
  ja: "{id} は対応前「{before}」、対応後「{after}」ですが、理由が記録されていません"
help:
  en: "correct one of the levels, or say in residual_reason what became worse"
  ja: "レベルを正すか、悪化した理由を residual_reason に記録してください"
why:
  en: "Treatment that makes a risk worse is mostly a slip of the pen; when it is not, the reason matters."
  ja: "対応によってリスクが高まるのは多くの場合書き間違いです。そうでないなら理由が重要です。"
fails: |
  id: RSK-0002
  residual_likelihood: 2
  residual_impact: 3
  residual_level: high
passes: |
  id: RSK-0002
  residual_likelihood: 1
  residual_impact: 2
  residual_level: low
---
SELECT r.id, 'residual_level' AS field, word('manual.level_' || r.level, r.level) AS before,
    word('manual.level_' || r.residual_level, r.residual_level) AS after,
    'CRI-03 ' || c.id || ', CRI-04 ' || c.id || ', RSK-03 ' || r.id AS same_as
FROM risk r JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft'
WHERE r.live AND blank(r.residual_reason)
  AND (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = r.residual_level)
    > (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = r.level)
