---
code: CRT-04
clause: "9.2.1"
severity: note
profile: operating
title:
  en: "Certificate expires"
  ja: "登録証の有効期限"
message:
  en: "the certificate of {id} expires on {due}, in {n} {n:day|days}"
  ja: "{id} の登録証は {due}（あと {n} 日）に期限を迎えます"
help:
  en: "plan the recertification so that it is decided before"
  ja: "期限前に決定が下りるよう、再認証審査を計画してください"
why:
  en: "Recertification must be finished before the certificate expires; the note comes half a year ahead."
  ja: "再認証審査は登録証の期限前に完了する必要があります。半年前から知らせます。"
fails: |
  id: ORG-0001
  certification: {body: Example Certification, decided: 2023-11-20, expires: 2026-11-19}
  ===
  kind: audit
  id: AUD-0003
  title: Recertification
  audit_type: recertification
  planned_on: 2026-09-20
  lead: Example Certification
  auditors: [Example Certification]
  criteria: [ISO/IEC 27001]
  departments: [all]
passes: |
  id: ORG-0001
  certification: {body: Example Certification, decided: 2026-03-20, expires: 2029-03-19}
---
SELECT id, 'certification.expires' AS field, certification_expires AS due,
    days(asof(), certification_expires) AS n
FROM organisation
WHERE live AND certification_expires BETWEEN asof() AND date_add(asof(), setting('certificate_near'))
