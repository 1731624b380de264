---
code: HIS-04
clause: "7.5.2"
severity: warning
profile: operating
needs_history: true
title:
  en: "Review that touched only the date"
  ja: "日付だけのレビュー"
message:
  en: "the review of {ids}, recorded on {day} by {who} (commit {commit_}), changed nothing but {what}{worse}"
  ja: "{day} に {who} が記録した {ids_ja} の見直しでは、{what_ja}だけが変更されています（コミット {commit_}）{worse_ja}"
help:
  en: "record what was looked at and found: in the text, a new edition, or a record of the review"
  ja: "確認した内容を記録してください（本文に結果を残す、版を改める、見つかった点を記録するなど）"
why:
  en: "A review asks whether the thing is still suitable and adequate (clause 7.5.2 c); a date alone shows no review, nor does a line in the list of changes that says the same each time or of every document: one that says something of its own makes the finding a note. Told are the last reviews of documents and plans, and of a whole register (setting review_many) in which nothing else changed for a year; when it went so several times in a row, or for all there are, the message says so."
  ja: "レビューでは適切性及び妥当性を確認します（箇条7.5.2 c）。日付だけでは実施したことを示せません。毎回又は他の文書と同じ文言の変更履歴も同様で、固有の内容があれば注記にとどめます。文書及び計画の最新のレビュー、並びに一年間ほかの変更がない台帳の一括見直し（設定 review_many 件以上）を報告します。続けて何回も、又はすべてに対して行われた場合は、その旨を示します。"
fails: |
  commit: {day: 2026-06-02, by: PER-0003}
  ===
  id: DOC-0002
  reviewed: 2026-06-02
  review_due: 2027-06-02
passes: |
  commit: {day: 2026-06-02, by: PER-0003}
  ===
  id: DOC-0002
  reviewed: 2026-06-02
  review_due: 2027-06-02
  body: |
    How we assess and treat risks. Looked at in June 2026: the list of systems
    was compared with the register of assets, nothing is missing.
---
WITH v AS MATERIALIZED (SELECT h.id, h.seq, h.day, h.new, h.author, coalesce(h.written_id, h.commit_id) AS commit_id,
      lead(h.seq, 1, 1e9) OVER (PARTITION BY h.id ORDER BY h.seq) AS next
    FROM history h WHERE h.field = 'reviewed' AND h.what = 'changed'),
  -- Reviews behind which nothing but dates changed until the next one.
  e AS MATERIALIZED (SELECT v.* FROM v WHERE NOT EXISTS (SELECT 1 FROM history x WHERE x.id = v.id AND x.seq >= v.seq
    AND x.seq < v.next AND coalesce(x.field, '') NOT IN ('reviewed', 'review_due', 'tags')
    AND substr(coalesce(x.field, ''), 1, 8) <> 'changes[')),
  d AS MATERIALIZED (SELECT e.*, r.kind,
      -- 0: no line in the list of changes; 1: one that others have, too; 2: its own.
      CASE r.kind WHEN 'document' THEN (SELECT max(CASE WHEN blank(c.summary) OR EXISTS (SELECT 1 FROM document_changes o WHERE (o.id <> c.id OR o.n <> c.n)
        AND (o.id = c.id OR o.date = c.date) AND same_words(o.summary, c.summary) > 0.8) THEN 1 ELSE 2 END)
        FROM document_changes c WHERE c.id = e.id AND c.date = e.new) END AS told
    FROM e JOIN record r ON r.id = e.id AND r.live AND r.reviewed = e.new
    WHERE e.next = 1e9
      -- The work may have landed shortly before its date.
      AND NOT EXISTS (SELECT 1 FROM history x WHERE x.id = e.id AND x.seq < e.seq AND x.day > date_add(e.day, '-P30D')
        AND x.what IN ('body', 'changed') AND coalesce(x.field, '') NOT IN ('reviewed', 'review_due', 'tags')
        AND substr(coalesce(x.field, ''), 1, 8) <> 'changes[')),
  g AS MATERIALIZED (SELECT kind, seq, day, author, commit_id, count(*) AS n, min(id) AS id, group_concat(id, ', ') AS ids,
      min(coalesce(told, 0)) AS told, max(coalesce(told, 0)) AS most
    FROM d GROUP BY kind, commit_id),
  t AS (SELECT g.* FROM g WHERE g.kind IN ('document', 'continuity_plan')
    OR (g.n >= setting('review_many') + 0 AND NOT EXISTS (SELECT 1 FROM record r
      JOIN history x ON x.id = r.id AND x.day > date_add(g.day, '-P1Y') AND x.seq < g.seq
        AND coalesce(x.field, '') NOT IN ('reviewed', 'review_due', 'tags')
      WHERE r.kind = g.kind))),
  -- The same time after time: how often up to now, and of which record.
  a AS (SELECT d.kind, d.commit_id, d.id, (SELECT count(*) FROM e WHERE e.id = d.id AND e.seq > coalesce((SELECT max(v.seq)
      FROM v WHERE v.id = d.id AND NOT EXISTS (SELECT 1 FROM e WHERE e.id = v.id AND e.seq = v.seq)), -1)) AS times
    FROM t JOIN d ON d.kind = t.kind AND d.commit_id = t.commit_id),
  m AS (SELECT a.kind, a.commit_id, a.id, max(a.times) AS times, count(*) > 1 AND count(*) = (SELECT count(*)
      FROM record r WHERE r.kind = a.kind AND r.live) AS whole FROM a GROUP BY a.kind, a.commit_id)
SELECT t.id, 'reviewed' AS field, CASE t.told WHEN 2 THEN 'note' ELSE 'warning' END AS level,
    CASE t.most WHEN 0 THEN 'dates' ELSE 'dates and the list of changes' END AS what,
    CASE t.most WHEN 0 THEN '日付' ELSE '日付と変更履歴' END AS what_ja, t.day, author(t.author) AS who, t.n, substr(t.commit_id, 1, 7) AS commit_,
    CASE WHEN t.n > 8 THEN substr(t.ids, 1, instr(t.ids, ',') - 1) || ' … (' || t.n || ')' ELSE t.ids END AS ids,
    CASE WHEN t.n > 8 THEN substr(t.ids, 1, instr(t.ids, ',') - 1) || ' ほか（計 ' || t.n || ' 件）'
      ELSE replace(t.ids, ', ', '、') END AS ids_ja,
    CASE WHEN m.whole THEN '; these are all there are in use' ELSE '' END || CASE WHEN m.times > 1
      THEN '; the last ' || m.times || ' reviews of ' || m.id || ' were all like that' ELSE '' END AS worse,
    CASE WHEN m.whole THEN '。使用中のすべてが対象です' ELSE '' END || CASE WHEN m.times > 1
      THEN '。' || m.id || ' の直近 ' || m.times || ' 回の見直しはすべて同様です' ELSE '' END AS worse_ja
FROM t JOIN m ON m.kind = t.kind AND m.commit_id = t.commit_id
