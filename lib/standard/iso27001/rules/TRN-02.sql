---
code: TRN-02
clause: "7.2"
severity: error
profile: operating
title:
  en: "Training held and not recorded"
  ja: "教育の実施記録の不足"
message:
  en: "{id} is {status} and has no {what} recorded"
  ja: "{id} は状態が「{status}」ですが、{what_ja}が記録されていません"
help:
  en: "record date, topics, attendees and evaluation"
  ja: "実施日、テーマ、出席者及び評価を記録してください"
why:
  en: "Clause 7.2 d) asks for evidence of competence; who was there and how it went is the evidence of training. Stands in for GEN-06 on these fields."
  ja: "箇条7.2 d) は力量の証拠を求めています。誰が出席しどうだったかが教育の証拠です。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: TRN-0001
  topics: ~
passes: |
  id: TRN-0001
  topics: [Rules]
---
SELECT t.id, t.status, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM training_session t, (VALUES ('held_on', 'date', '実施日', 1), ('topics', 'topics', 'テーマ', 0),
    ('attendees', 'attendees', '出席者', 1), ('evaluation', 'evaluation', '評価', 2)) w
WHERE t.status <> 'cancelled' AND t.state_rank >= w.column4
  AND CASE w.column1 WHEN 'held_on' THEN t.held_on IS NULL WHEN 'topics' THEN blank(t.topics)
      WHEN 'attendees' THEN blank(t.attendees)
      ELSE t.evaluation_method IS NULL AND blank(t.evaluation_results) END
