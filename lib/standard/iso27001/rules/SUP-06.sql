---
code: SUP-06
clause: "A.5.34"
severity: error
profile: starter
title:
  en: "Personal data given without agreement"
  ja: "契約のない個人情報の委託"
message:
  en: "{id} {name} handles personal data, and no agreement is recorded"
  ja: "{id}「{name}」は個人情報を取り扱いますが、契約が記録されていません"
help:
  en: "conclude an agreement with security clauses and record it"
  ja: "セキュリティ条項を含む契約を結び、記録してください"
why:
  en: "Privacy law asks for it wherever personal data are entrusted to others (A.5.34)."
  ja: "個人情報の取扱いの委託には、法令により契約が必要です（A.5.34）。"
fails: |
  id: SUP-0001
  agreement: ~
passes: |
  id: SUP-0001
  agreement: {ref: C-2025-02, from: 2025-10-01, security_clauses: true}
---
SELECT id, 'agreement' AS field, title(id) AS name FROM supplier
WHERE status IN ('assessed', 'active') AND pii = 1 AND blank(agreement_ref) AND agreement_from IS NULL
