---
code: ACT-02
clause: "8.1"
severity: warning
profile: operating
title:
  en: "Run without evidence"
  ja: "証拠のない実施記録"
message:
  en: "run {nr} of {id} on {day} names no evidence"
  ja: "{id} の実施記録 {nr}（{day}）に証拠が示されていません"
help:
  en: "name a file, a ticket or a record that shows it"
  ja: "実施を示すファイル、チケット又は記録を示してください"
why:
  en: "A date says that it was done; evidence shows it (clause 8.1)."
  ja: "日付は実施したと述べるだけで、証拠がそれを示します（箇条8.1）。"
fails: |
  id: ACT-0001
  runs:
    - {date: 2026-03-25, by: PER-0003, result: two accounts closed}
passes: |
  id: ACT-0001
  runs:
    - {date: 2026-03-25, by: PER-0003, result: two accounts closed, evidence: [Account list]}
---
SELECT a.id, 'runs[' || r.n || ']' AS field, r.n + 1 AS nr, r.date AS day
FROM activity a JOIN activity_runs r ON r.id = a.id WHERE a.live AND blank(r.evidence)
