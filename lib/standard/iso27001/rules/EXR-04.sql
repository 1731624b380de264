---
code: EXR-04
clause: "A.5.30"
severity: error
profile: operating
title:
  en: "Exercise without scenario, participants or results"
  ja: "訓練の記録不足"
message:
  en: "{id} {held}has no {what} recorded"
  ja: "{id} {held_ja}{what_ja}が記録されていません"
help:
  en: "record the scenario when the exercise is planned, participants and results when it was held"
  ja: "計画時にシナリオを、実施後に参加者と結果を記録してください"
why:
  en: "What was tried, by whom, and how it went is the evidence of the exercise. Stands in for GEN-06 on these fields."
  ja: "何を、誰が試し、どうだったかが訓練の証拠です。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: EXR-0001
  results: ~
passes: |
  id: EXR-0001
  results: Back after six hours
---
SELECT e.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja,
    CASE WHEN e.state_rank >= 1 THEN 'was held and ' ELSE '' END AS held,
    CASE WHEN e.state_rank >= 1 THEN 'は実施済みですが、' ELSE 'には' END AS held_ja
FROM exercise e, (VALUES ('scenario', 'scenario', 'シナリオ'),
    ('participants', 'participants', '参加者'), ('results', 'results', '結果')) w
WHERE (e.state_rank >= 1 OR w.column1 = 'scenario' AND e.status <> 'cancelled')
  AND CASE w.column1 WHEN 'scenario' THEN blank(e.scenario)
    WHEN 'participants' THEN blank(e.participants) ELSE blank(e.results) END
