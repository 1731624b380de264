---
code: TRN-04
clause: "7.2"
severity: warning
profile: operating
title:
  en: "Effect of training not judged"
  ja: "教育の有効性の評価なし"
message:
  en: "{id} is to be evaluated by {method}, and no results are recorded"
  ja: "{id} の評価方法は「{method}」ですが、結果が記録されていません"
help:
  en: "record the results: who passed, what was observed"
  ja: "合格者や観察した内容など、評価の結果を記録してください"
why:
  en: "Clause 7.2 c) asks to evaluate the effectiveness of what was done to gain competence."
  ja: "箇条7.2 c) は、力量を身に付けるためにとった処置の有効性の評価を求めています。"
fails: |
  id: TRN-0001
  evaluation: {method: test, pass_mark: 80}
passes: |
  id: TRN-0001
  evaluation: {method: test, pass_mark: 80, results: All passed}
---
SELECT id, 'evaluation' AS field, label_of('training_session', 'evaluation.method', evaluation_method) AS method FROM training_session
WHERE state_rank >= 2 AND evaluation_method IS NOT NULL AND blank(evaluation_results)
