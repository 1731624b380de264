---
code: AUD-09
clause: "9.2.2"
severity: error
profile: operating
title:
  en: "Planned audit not held"
  ja: "予定日を過ぎた監査"
message:
  en: "{id} was planned for {day}, {late} {late:day|days} ago, and is not held; lead auditor {who}"
  ja: "{id} の予定日は {day}（{late} 日前）でしたが、実施されていません。監査リーダー: {who}"
help:
  en: "hold it and record held_on, or postpone it with a new date"
  ja: "実施して held_on を記録するか、新しい日付で延期してください"
why:
  en: "The programme is kept to: clause 9.2.2 asks to implement it, not only to write it. A month of grace makes it a warning."
  ja: "箇条9.2.2は監査プログラムの実施を求めています。1か月の猶予の間は警告とします。"
fails: |
  kind: audit
  id: AUD-0003
  title: Audit of sales
  audit_type: internal
  criteria: [DOC-0002]
  scope_controls: [A.6.3]
  departments: [sales]
  planned_on: 2026-05-10
  lead: PER-0003
  auditors: [PER-0003]
passes: |
  kind: audit
  id: AUD-0003
  title: Audit of sales
  audit_type: internal
  criteria: [DOC-0002]
  scope_controls: [A.6.3]
  departments: [sales]
  planned_on: 2026-08-10
  lead: PER-0003
  auditors: [PER-0003]
  ===
  id: APG-0001
  audits: [AUD-0001, AUD-0002, AUD-0003]
---
SELECT id, 'planned_on' AS field, planned_on AS day, days(planned_on, asof()) AS late,
    person(lead) AS who,
    CASE WHEN asof() <= date_add(planned_on, setting('yearly_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM audit WHERE status IN ('planned', 'postponed') AND planned_on < asof()
