---
code: CRT-04
clause: "9.2.1"
severity: note
profile: operating
title:
  en: "Certificate expires"
  ja: "登録証の有効期限"
message:
  en: "the certificate of {id} {what}"
  ja: "{id} の登録証の有効期限は{what_ja}"
help:
  en: "{todo}"
  ja: "{todo_ja}"
why:
  en: "Recertification must be finished before the certificate expires; the note comes half a year ahead (certificate_near), and once it has expired a warning."
  ja: "再認証審査は登録証の期限前に完了する必要があります。半年前（certificate_near）から注記で、期限が過ぎた後は警告で知らせます。"
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
SELECT id, 'certification.expires' AS field,
    CASE WHEN n < 0 THEN 'expired on ' || due || ', ' || -n || CASE n WHEN -1 THEN ' day' ELSE ' days' END || ' ago'
      WHEN n = 0 THEN 'expires today, ' || due
      ELSE 'expires on ' || due || ', in ' || n || CASE n WHEN 1 THEN ' day' ELSE ' days' END END AS what,
    CASE WHEN n < 0 THEN ' ' || due || ' で、' || -n || ' 日過ぎています'
      WHEN n = 0 THEN '本日（' || due || '）です'
      ELSE ' ' || due || '（あと ' || n || ' 日）です' END AS what_ja,
    CASE WHEN n < 0 THEN 'record the dates of the new certificate, or take certification out when there is none any more'
      ELSE 'plan the recertification so that it is decided before' END AS todo,
    CASE WHEN n < 0 THEN '新しい登録証の登録日と有効期限を記録してください。認証を継続していない場合は certification を削除してください'
      ELSE '期限前に決定が下りるよう、再認証審査を計画してください' END AS todo_ja,
    CASE WHEN n < 0 THEN 'warning' END AS level,
    CASE WHEN due <= date_add(asof(), setting('audit_booked')) THEN 'CRT-02' END AS same_as
FROM (SELECT id, certification_expires AS due, days(asof(), certification_expires) AS n
    FROM organisation
    WHERE live AND certification_expires <= date_add(asof(), setting('certificate_near')))
