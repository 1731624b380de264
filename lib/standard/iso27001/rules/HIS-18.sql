---
code: HIS-18
clause: "7.5.3"
severity: note
profile: operating
needs_history: part
title:
  en: "Clock of the history"
  ja: "履歴の時計"
message:
  en: "{what}: {n} commits, such as {ids}"
  ja: "{what_ja}: {n} 件のコミット（{ids} など）"
help:
  en: "look at the clock of the machine that committed; days taken from these commits are weaker evidence"
  ja: "コミットした機器の時計を確認してください。これらのコミットの日付は証拠として弱くなります"
why:
  en: "What landed when is told by the clocks of those who committed (A.8.17). A day behind what had landed before, or after the day judged, is no proof of anything but a clock."
  ja: "取り込まれた日は、コミットした人の時計によります（A.8.17）。先に取り込まれたものより前の日付や、判定日より後の日付は、時計のずれを示すにすぎません。"
fails: |
  commit: {day: 2026-06-10, by: PER-0003}
  ===
  id: COM-0001
  title: Security news
  ===
  commit: {day: 2026-05-20, by: PER-0003}
  ===
  id: COM-0001
  title: Security news of the month
passes: |
  commit: {day: 2026-06-10, by: PER-0003}
  ===
  id: COM-0001
  title: Security news
  ===
  commit: {day: 2026-06-10, by: PER-0003, written: 2026-05-20}
  ===
  id: COM-0001
  title: Security news of the month
---
SELECT NULL AS id, 'the committer''s clock runs back by up to ' || max(back) || ' days' AS what,
    'コミット日時が最大 ' || max(back) || ' 日さかのぼっています' AS what_ja,
    count(*) AS n, substr(min(commit_id), 1, 7) AS ids
FROM commits WHERE back > 1 HAVING count(*) > 0
UNION ALL
SELECT NULL, 'committed after the day judged, last on ' || max(day), '判定日より後の日付です（最後は ' || max(day) || '）',
    count(*), substr(min(commit_id), 1, 7)
FROM commits WHERE day > asof() HAVING count(*) > 0
