---
code: SUP-03
clause: "A.5.20"
severity: warning
profile: operating
title:
  en: "Agreement expired"
  ja: "契約の期限切れ"
message:
  en: "the agreement with {id} {name} ended on {due}, {late} {late:day|days} ago"
  ja: "{id}「{name}」との契約は {due}（{late} 日前）に終了しています"
help:
  en: "renew the agreement, or end the service"
  ja: "契約を更新するか、サービスを終了してください"
why:
  en: "Without an agreement its security clauses are gone (A.5.20)."
  ja: "契約が切れればセキュリティ条項も失われます（A.5.20）。"
fails: |
  id: SUP-0001
  agreement: {ref: C-2025-01, from: 2024-06-01, until: 2026-05-31, security_clauses: true, nda: true}
passes: |
  id: SUP-0001
  agreement: {ref: C-2025-01, from: 2024-06-01, until: 2026-12-31, security_clauses: true, nda: true}
---
SELECT id, 'agreement.until' AS field, title(id) AS name, agreement_until AS due,
    days(agreement_until, asof()) AS late
FROM supplier WHERE status = 'active' AND agreement_until < asof()
