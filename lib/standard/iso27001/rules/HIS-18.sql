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
  en: "{what}"
  ja: "{what_ja}"
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
SELECT NULL AS id, 'the clock ran back in ' || CASE n WHEN 1 THEN 'commit ' ELSE n || ' commits, most in ' END
      || substr(commit_id, 1, 7) || ' of ' || committer_name || ', dated ' || day || ', '
      || back || ' days before what had landed' AS what,
    CASE n WHEN 1 THEN '' ELSE n || ' 件の' END || 'コミットで日時がさかのぼっています。' || CASE n WHEN 1 THEN '' ELSE '最大は ' END || committer_name || ' の ' || substr(commit_id, 1, 7)
      || '（' || day || '）で、先に取り込まれたものより ' || back || ' 日前です' AS what_ja
FROM (SELECT *, count(*) OVER () AS n FROM commits WHERE back > 1 ORDER BY back DESC, seq LIMIT 1)
UNION ALL
SELECT NULL, n || CASE n WHEN 1 THEN ' commit is' ELSE ' commits are' END || ' dated after the day judged, last '
      || substr(commit_id, 1, 7) || ' of ' || committer_name || ', on ' || day,
    n || ' 件のコミットが判定日より後の日付です。最後は ' || committer_name || ' の ' || substr(commit_id, 1, 7) || '（' || day || '）です'
FROM (SELECT *, count(*) OVER () AS n FROM commits WHERE day > asof() ORDER BY day DESC, seq DESC LIMIT 1)
