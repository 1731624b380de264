---
code: RSK-16
clause: "6.1.2"
severity: note
profile: certified
title:
  en: "Risks all alike"
  ja: "差のないリスク評価"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "look whether the scales tell the risks apart"
  ja: "尺度がリスクの差を表しているか確認してください"
why:
  en: "An assessment that ranks nothing helps nobody to decide; auditors ask how it was made (clause 6.1.2 b, e)."
  ja: "順位の付かない評価は判断の役に立たず、審査で経緯を問われます（箇条6.1.2 b, e）。"
fails: |
  id: CRI-0001
  acceptance: high
passes: |
  id: CRI-0001
  acceptance: low
---
WITH r AS (SELECT r.id, r.level, coalesce(r.likelihood || ' ' || r.impact, (SELECT group_concat(s.factor || s.own_n)
        FROM risk_scores s WHERE s.id = r.id), '') AS score,
      (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = r.level) AS rank,
      (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = c.acceptance) AS ok
    FROM risk r JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft'
    WHERE r.live AND r.level IS NOT NULL)
SELECT NULL AS id, 'all ' || count(*) || ' assessed risks carry the same score' AS what,
    '評価済みの ' || count(*) || ' 件のリスクが全て同じ評点です' AS what_ja, NULL AS same_as
FROM r HAVING count(*) >= 3 AND count(DISTINCT level || score) = 1
UNION ALL
SELECT NULL, 'none of the ' || count(*) || ' assessed risks is above the acceptance level',
    '評価済みの ' || count(*) || ' 件のうち、受容水準を超えるリスクがありません', 'CRI-02, CRI-03, CRI-04'
FROM r HAVING count(*) >= 2 AND max(rank > ok) = 0
