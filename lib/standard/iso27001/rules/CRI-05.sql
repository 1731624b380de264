---
code: CRI-05
clause: "6.1.2"
severity: warning
profile: operating
title:
  en: "Risks use another version of the criteria"
  ja: "異なる版のリスク基準の使用"
message:
  en: "{id} was assessed on {day} with version {version} of the criteria, {what}"
  ja: "{id} は {day} に第{version}版のリスク基準で評価されています。{what_ja}"
help:
  en: "assess the risks of one round with one version of the criteria"
  ja: "同じ回のリスクは同じ版の基準で評価してください"
why:
  en: "Results of different scales cannot be compared or ranked (clause 6.1.2 b)."
  ja: "異なる尺度の結果は比較も順位付けもできません（箇条6.1.2 b）。"
fails: |
  id: RSK-0002
  criteria: "0.9"
passes: |
  id: RSK-0002
  criteria: "1.0"
---
WITH v AS (SELECT criteria, count(*) AS n FROM risk
    WHERE live AND period(assessed_on) = (SELECT period(max(assessed_on)) FROM risk WHERE live)
    GROUP BY criteria ORDER BY n DESC, criteria DESC LIMIT 1)
SELECT r.id, 'criteria' AS field, r.assessed_on AS day, r.criteria AS version,
    CASE WHEN EXISTS (SELECT 1 FROM risk_criteria c WHERE c.version = r.criteria)
        THEN 'most risks of that round with version ' || v.criteria
        ELSE 'which no record of risk criteria carries' END AS what,
    CASE WHEN EXISTS (SELECT 1 FROM risk_criteria c WHERE c.version = r.criteria)
        THEN '同じ回の多くは第' || v.criteria || '版です'
        ELSE 'この版のリスク基準は記録されていません' END AS what_ja
FROM risk r, v
WHERE r.live AND r.criteria IS NOT NULL AND (NOT EXISTS (SELECT 1 FROM risk_criteria c WHERE c.version = r.criteria)
  OR (r.criteria <> v.criteria
    AND period(r.assessed_on) = (SELECT period(max(assessed_on)) FROM risk WHERE live)))
