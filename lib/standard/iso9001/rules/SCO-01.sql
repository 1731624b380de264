---
code: SCO-01
clause: "4.3"
severity: error
profile: starter
title:
  en: "Scope not approved"
  ja: "適用範囲が未承認"
message:
  en: "no approved scope is recorded"
  ja: "承認済みの適用範囲が記録されていません"
help:
  en: "record the organisation with its scope, approved by top management"
  ja: "適用範囲を含む組織の記録を作成し、トップマネジメントの承認を記録してください"
why:
  en: "What the certificate covers stands and falls with this text."
  ja: "登録の対象はこの記載によって決まります。"
fails: |
  remove: [ORG-0001]
passes: |
  id: ORG-0001
  status: approved
---
SELECT NULL AS id WHERE NOT EXISTS (SELECT 1 FROM organisation WHERE status = 'approved')
