---
code: ACT-03
clause: "8.1"
severity: note
profile: operating
title:
  en: "Control without routine work"
  ja: "定期運用のない管理策"
message:
  en: "{id} {name} is applicable and lives from routine work, and no activity names it"
  ja: "{id}「{name}」は定期的な実施を要する適用管理策ですが、これを対象とする定期運用が記録されていません"
help:
  en: "record the activity with its interval"
  ja: "周期とともに定期運用を記録してください"
why:
  en: "Access reviews, scans, restore tests and log reviews are done again and again or not at all (clause 8.1)."
  ja: "アクセス権の見直し、診断、復元試験及びログの確認は、繰り返してこそ意味があります（箇条8.1）。"
fails: |
  id: ACT-0002
  control: [A.8.8, A.8.13]
passes: |
  id: ACT-0002
  control: [A.8.8, A.8.13, A.8.15]
---
SELECT k.id, 'applicable' AS field, title(k.id) AS name FROM control k
WHERE k.live AND k.applicable = 1 AND has(setting('activity_controls'), k.id)
  AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.live AND has(coalesce(a.control, ''), k.id))
