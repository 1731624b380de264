---
code: MRV-05
clause: "9.3.3"
severity: error
profile: operating
title:
  en: "Decision nobody follows"
  ja: "担当・期限・対応のない決定事項"
message:
  en: "decision {nr} of {id} has no {what} recorded"
  ja: "{id} の決定事項 {nr} に{what_ja}が記録されていません"
help:
  en: "give each decision an owner and a due date, and a record (change, risk treatment, corrective action, objective) that carries it out"
  ja: "決定事項ごとに担当、期限、及び実施を担う記録（変更、リスク対応、是正処置、目的など）を示してください"
why:
  en: "A decision becomes work through a person, a date and a record; after thirty days the record is expected."
  ja: "決定は、人と期限と記録によって初めて仕事になります。30日後には記録が必要です。"
fails: |
  id: MRV-0001
  decisions:
    - {text: Shorten the rules, type: improvement, owner: PER-0002, ref: [CHG-0002]}
passes: |
  id: MRV-0001
  decisions:
    - {text: Shorten the rules, type: improvement, owner: PER-0002, due: 2026-09-30, ref: [CHG-0002]}
---
SELECT m.id, 'decisions[' || d.n || '].' || w.column1 AS field, d.n + 1 AS nr,
    w.column2 AS what, w.column3 AS what_ja
FROM management_review m JOIN management_review_decisions d ON d.id = m.id,
    (VALUES ('owner', 'owner', '担当'), ('due', 'due date', '期限'),
    ('ref', 'record that carries it out', '実施を担う記録')) w
WHERE m.state_rank >= 1 AND d.type <> 'none'
  AND CASE w.column1 WHEN 'owner' THEN d.owner IS NULL WHEN 'due' THEN d.due IS NULL
      ELSE blank(d.ref) AND days(m.held_on, asof()) > setting('decision_days') + 0 END
