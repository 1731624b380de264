---
code: NCR-03
clause: "10.2"
severity: error
profile: operating
title:
  en: "Nonconformity not analysed"
  ja: "不適合の分析が未決定"
message:
  en: "{id} was found on {day}, {n} {n:day|days} ago, and {what}"
  ja: "{id} は {day}（{n} 日前）に発見されましたが、{what_ja}"
help:
  en: "record where similar cases were searched with the result, and whether corrective action is needed and why"
  ja: "類似の不適合の調査結果と、是正処置の要否及びその理由を記録してください"
why:
  en: "Clause 10.2 b) asks to decide whether the causes must be removed and to look for similar cases. Stands in for GEN-06 on these fields."
  ja: "箇条10.2 b) は、原因除去の必要性を評価し、類似の不適合を調べることを求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: NCR-0001
  similar: ~
passes: |
  id: NCR-0001
  status: contained
  similar: ~
  action_needed: ~
  detected_on: 2026-06-10
  correction: {what: Approved afterwards, by: PER-0003, on: 2026-06-12}
  ===
  id: CA-0001
  due: 2026-09-30
---
SELECT n.id, n.detected_on AS day, days(n.detected_on, asof()) AS n,
    w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM nonconformity n, (VALUES
    ('similar', 'no search for similar cases is recorded', '類似の不適合の調査が記録されていません'),
    ('action_needed', 'it is not recorded whether corrective action is needed', '是正処置の要否が記録されていません')) w
WHERE (n.state_rank >= 2 OR days(n.detected_on, asof()) > setting('analysis_days') + 0)
  AND CASE w.column1 WHEN 'similar' THEN blank(n.similar_result) AND blank(n.similar_searched)
      ELSE n.action_needed_needed IS NULL END
