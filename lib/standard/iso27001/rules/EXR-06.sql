---
code: EXR-06
clause: "A.5.30"
severity: warning
profile: operating
title:
  en: "Recovery slower than the plan promises"
  ja: "目標復旧時間・時点の未達"
message:
  en: "{id} measured {what} of {value} {value:hour|hours}; {plan} promises {target}"
  ja: "{id} の実測{what_ja}は {value} 時間で、{plan} の目標 {target} 時間を超えています"
help:
  en: "open a corrective action or change, or correct the plan"
  ja: "是正処置又は変更を起票するか、計画を改めてください"
why:
  en: "A promise the exercise disproved must change, or the means must (A.5.30)."
  ja: "訓練で守れないと分かった目標は、目標か手段のどちらかを改めます（A.5.30）。"
fails: |
  id: EXR-0001
  measured_rto: 10
passes: |
  id: EXR-0001
  measured_rto: 10
  followups: [CHG-0002]
---
SELECT e.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja, b.id AS plan,
    CASE w.column1 WHEN 'measured_rto' THEN e.measured_rto ELSE e.measured_rpo END AS value,
    CASE w.column1 WHEN 'measured_rto' THEN b.rto ELSE b.rpo END AS target,
    b.id AS also_id, substr(w.column1, 10) AS also_field,
    'EXR-05 ' || e.id AS same_as
FROM exercise e JOIN continuity_plan b ON b.id = e.plan,
    (VALUES ('measured_rto', 'a recovery time', '復旧時間'),
    ('measured_rpo', 'a recovery point', '復旧時点')) w
WHERE e.state_rank >= 1 AND b.live AND blank(e.followups)
  AND NOT EXISTS (SELECT 1 FROM link l WHERE l.dst = e.id
      AND l.src_kind IN ('nonconformity', 'corrective_action', 'change'))
  AND CASE w.column1 WHEN 'measured_rto' THEN e.measured_rto > b.rto
      ELSE e.measured_rpo > b.rpo END
  AND max(coalesce(b.reviewed, ''), coalesce(b.approved_on, ''), b.created) < e.held_on
