---
code: TRN-04
clause: "7.2"
severity: warning
profile: operating
title:
  en: "Effect of training not judged"
  ja: "教育の有効性の評価なし"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "record the results: who passed, what was observed"
  ja: "合格者や観察した内容など、評価の結果を記録してください"
why:
  en: "Clause 7.2 c) asks to evaluate the effectiveness of what was done to gain competence. A session that was held and not reported is judged thirty days later."
  ja: "箇条7.2 c) は、力量を身に付けるためにとった処置の有効性の評価を求めています。報告されていない教育は、実施の30日後から判定します。"
fails: |
  id: TRN-0001
  status: held
  evaluation: ~
passes: |
  id: TRN-0001
  evaluation: {method: test, pass_mark: 80, results: All passed}
---
SELECT id, 'evaluation' AS field,
    CASE WHEN state_rank >= 2 THEN 'is to be evaluated by '
        || label_of('training_session', 'evaluation.method', evaluation_method) || ', and no results are recorded'
      ELSE 'was held on ' || held_on || ', and its effect is not judged' END AS what,
    CASE WHEN state_rank >= 2 THEN 'の評価方法は「'
        || label_of('training_session', 'evaluation.method', evaluation_method) || '」ですが、結果が記録されていません'
      ELSE 'は ' || held_on || ' に実施されましたが、有効性の評価が記録されていません' END AS what_ja
FROM training_session
WHERE blank(evaluation_results) AND CASE WHEN state_rank >= 2 THEN evaluation_method IS NOT NULL
    ELSE status = 'held' AND days(held_on, asof()) > setting('report_days') + 0 END
