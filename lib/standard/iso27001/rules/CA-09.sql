---
code: CA-09
clause: "10.2"
severity: warning
profile: operating
title:
  en: "Due date far away"
  ja: "遅すぎる期限の設定"
message:
  en: "{id} is due on {due}, {n} {n:day|days} after {ncr} was found; {most} {most:day|days} are usual for a {severity}"
  ja: "{id} の期限 {due} は {ncr} の発見から {n} 日後です。{severity}では通常 {most} 日以内です"
help:
  en: "set an earlier date, or split the action into a first step and a later one"
  ja: "期限を早めるか、処置を早期の段階と後の段階に分けてください"
why:
  en: "Action is to be taken in due time; certification bodies expect the answer to a finding within 30 to 90 days."
  ja: "処置は時機を失わずに行うものです。認証機関は通常30日から90日以内の是正を求めます。"
fails: |
  id: CA-0001
  due: 2026-12-31
passes: |
  id: CA-0001
  due: 2026-09-05
---
SELECT c.id, 'due' AS field, c.due, days(n.detected_on, c.due) AS n,
    n.id AS ncr, label_of('nonconformity', 'severity', n.severity) AS severity, n.id AS also_id, 'detected_on' AS also_field,
    CASE n.severity WHEN 'major' THEN setting('major_due_days')
        ELSE setting('minor_due_days') END AS most
FROM corrective_action c JOIN nonconformity n ON n.id = c.ncr
WHERE c.status NOT IN ('closed', 'cancelled', 'verified')
  AND days(n.detected_on, c.due) > CASE n.severity
      WHEN 'major' THEN setting('major_due_days') + 0
      ELSE setting('minor_due_days') + 0 END
