---
code: BCP-03
clause: "A.5.30"
severity: warning
profile: operating
title:
  en: "Plan not reviewed after an exercise with problems"
  ja: "問題のあった訓練後の見直しなし"
message:
  en: "problems were recorded in {exercises}, and {id} was not reviewed since"
  ja: "訓練 {exercises_ja} で問題点が記録されましたが、{id} はその後見直されていません"
help:
  en: "look whether the plan must change, and record reviewed"
  ja: "計画の変更が必要か検討し、reviewed を記録してください"
why:
  en: "Exercises are held to improve the plan (A.5.30). One finding a plan names all exercises since its last review."
  ja: "訓練は計画を改善するために行います（A.5.30）。計画ごとに一つの指摘で、前回の見直し以降の訓練を全て示します。"
fails: |
  id: EXR-0001
  problems: [The list of contacts was old]
  followups: [CHG-0002]
passes: |
  id: EXR-0001
  problems: [The list of contacts was old]
  followups: [CHG-0002]
  ===
  id: BCP-0001
  reviewed: 2026-05-10
---
SELECT b.id, coalesce(CASE WHEN b.reviewed IS NULL THEN 'approved_on' END, 'reviewed') AS field,
    group_concat(e.id || ' (' || e.held_on || ')', ', ') AS exercises,
    group_concat(e.id || '（' || e.held_on || '）', '、') AS exercises_ja,
    max(e.held_on) AS day, e.id AS also_id, 'problems' AS also_field
FROM continuity_plan b JOIN exercise e ON e.plan = b.id
    AND EXISTS (SELECT 1 FROM exercise_problems p WHERE p.id = e.id
      AND NOT has(setting('no_problem'), lower(rtrim(trim(p.value), '.。'))))
WHERE b.status = 'in_force' AND max(coalesce(b.reviewed, ''), coalesce(b.approved_on, ''), b.created) < e.held_on
  AND days(e.held_on, asof()) > setting('change_review_days') + 0
GROUP BY b.id
