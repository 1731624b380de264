---
code: ISS-02
clause: "4.1"
severity: error
profile: operating
title:
  en: "No decision on climate change"
  ja: "気候変動に関する決定なし"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "record in an issue climate.relevant (true or false) with the rationale"
  ja: "いずれかの課題に climate.relevant（true 又は false）と判断の根拠を記録してください"
why:
  en: "Amendment 1:2024 asks to decide whether climate change is a relevant issue; either answer is fine, no answer is a finding. Stands in for GEN-06 on these fields."
  ja: "追補1:2024は気候変動が関連する課題かどうかの決定を求めています。答えはどちらでもよく、答えがないことが指摘になります。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: ISS-0003
  climate: ~
passes: |
  id: ISS-0003
  climate: {relevant: true, rationale: Floods near the office}
---
SELECT i.id, 'climate' AS field, i.id || ' names climate change and lacks '
      || CASE WHEN i.climate_relevant IS NULL THEN 'the decision (relevant)' ELSE 'the rationale' END AS what,
    i.id || ' は気候変動を挙げていますが、'
      || CASE WHEN i.climate_relevant IS NULL THEN '関連の有無' ELSE '判断の根拠' END || 'が記録されていません' AS what_ja
FROM issue i
WHERE i.live AND (i.climate_relevant IS NOT NULL OR NOT blank(i.climate_rationale))
  AND (i.climate_relevant IS NULL OR blank(i.climate_rationale))
UNION ALL
SELECT (SELECT min(id) FROM issue WHERE live AND category = 'climate'), 'category',
    'it is not recorded whether climate change is a relevant issue',
    '気候変動が関連する課題かどうかが記録されていません'
WHERE NOT EXISTS (SELECT 1 FROM issue
    WHERE live AND (climate_relevant IS NOT NULL OR NOT blank(climate_rationale)))
