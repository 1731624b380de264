---
code: INC-07
clause: "A.5.24"
severity: note
profile: certified
title:
  en: "No event in a whole year"
  ja: "事象・インシデントの記録が1件もない年度"
message:
  en: "no security event, weakness or incident is recorded in {period}"
  ja: "{period} に事象、弱点又はインシデントが一件も記録されていません"
help:
  en: "ask whether people know how to report; small events count"
  ja: "報告方法が知られているか確認してください。小さな事象も対象です"
why:
  en: "Auditors doubt a year without any event (A.5.24, A.6.8)."
  ja: "事象の全くない1年は審査で疑われます（A.5.24、A.6.8）。"
fails: |
  remove: [INC-0001]
  ===
  id: CA-0001
  due: 2026-12-15
  ===
  asof: 2026-10-05
passes: |
  id: INC-0001
  class: event
  ===
  asof: 2026-10-05
---
SELECT NULL AS id, p.name AS period FROM period_list p
WHERE p.unit = 'year' AND p.last < asof() AND p.last >= date_add(asof(), '-P1Y')
  AND p.first >= (SELECT min(created) FROM organisation)
  AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.detected_on BETWEEN p.first AND p.last)
