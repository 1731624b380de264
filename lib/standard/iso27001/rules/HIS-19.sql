---
code: HIS-19
clause: "9.1"
severity: warning
profile: certified
needs_history: true
title:
  en: "Nothing recorded for months"
  ja: "数か月間記録がない期間"
message:
  en: "no record was changed for {gap} {gap:day|days}, from {from_} to {to_}, while the certificate was in force"
  ja: "登録証の有効期間中、{from_} から {to_} まで {gap} 日間、記録の変更がありません"
help:
  en: "record the work of the ISMS as it is done; the calendar of the year shows what falls due"
  ja: "ISMSの活動を実施のつど記録してください。年間計画に予定が示されます"
why:
  en: "A management system that is kept up leaves traces (clauses 4.4, 8.1, 9.1); months without any ask for an explanation. The limit is the setting dormant_days."
  ja: "維持されているマネジメントシステムには記録が残ります（箇条4.4、8.1、9.1）。数か月の空白は説明を求められます。日数は設定 dormant_days によります。"
fails: |
  id: ORG-0001
  certification: {body: A body, certificate_no: C-1, decided: 2025-12-01, expires: 2028-11-30, standard: ISO/IEC 27001}
  ===
  commit: {day: 2025-12-10, by: PER-0003}
  ===
  id: COM-0001
  title: Security news
  ===
  commit: {day: 2026-06-10, by: PER-0003}
  ===
  id: COM-0001
  title: Security news of the month
passes: |
  id: ORG-0001
  certification: {body: A body, certificate_no: C-1, decided: 2025-12-01, expires: 2028-11-30, standard: ISO/IEC 27001}
  ===
  commit: {day: 2026-02-10, by: PER-0003}
  ===
  id: COM-0001
  title: Security news
  ===
  commit: {day: 2026-04-20, by: PER-0003}
  ===
  id: COM-0001
  title: Security news of the month
---
WITH o AS (SELECT certification_decided AS first, min(coalesce(certification_expires, asof()), asof()) AS last
    FROM organisation WHERE live AND certification_decided <= asof()),
  d AS (SELECT o.first, o.last, c.day FROM o JOIN commits c ON c.records > 0 AND c.day BETWEEN o.first AND o.last
    UNION SELECT first, last, first FROM o WHERE first >= (SELECT min(day) FROM commits)
    UNION SELECT first, last, last FROM o),
  g AS (SELECT day AS to_, lag(day) OVER (ORDER BY day) AS from_ FROM d)
SELECT NULL AS id, days(from_, to_) AS gap, from_, to_
FROM g WHERE days(from_, to_) > setting('dormant_days') + 0
