---
code: ACT-02
clause: "8.1"
severity: warning
profile: operating
title:
  en: "Run without evidence"
  ja: "証拠のない実施記録"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "record the run, and name a file, a ticket or a record that shows it"
  ja: "実施記録（runs）を残し、実施を示すファイル、チケット又は記録を示してください"
why:
  en: "A date says that it was done; evidence shows it (clause 8.1). A last_done of which no run is recorded is reported, too."
  ja: "日付だけでは実施したことを示せません。それを示すのは証拠です（箇条8.1）。last_done だけで、その日の実施記録がないものも報告します。"
fails: |
  id: ACT-0001
  runs: ~
passes: |
  id: ACT-0001
  runs:
    - {date: 2026-03-25, by: PER-0003, result: two accounts closed, evidence: [Account list]}
---
SELECT a.id, 'runs[' || r.n || ']' AS field,
    'run ' || (r.n + 1) || ' of ' || a.id || ' on ' || coalesce(r.date, '—') || ' names no evidence' AS what,
    a.id || ' の実施記録 ' || (r.n + 1) || '（' || coalesce(r.date, '—') || '）に証拠が示されていません' AS what_ja
FROM activity a JOIN activity_runs r ON r.id = a.id WHERE a.live AND blank(r.evidence)
UNION ALL
SELECT a.id, 'last_done', a.id || ' was last done on ' || a.last_done || ', and no run of that day is recorded',
    a.id || ' は ' || a.last_done || ' に実施されたとされていますが、その日の実施記録がありません'
FROM activity a WHERE a.live AND a.last_done IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM activity_runs r WHERE r.id = a.id AND r.date >= a.last_done)
