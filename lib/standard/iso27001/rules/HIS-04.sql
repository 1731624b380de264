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
  en: "the review of {ids}, recorded on {day} by {who} (commit {commit_}), changed nothing but dates"
  ja: "{day} に {who} が記録した {ids} の見直しでは、日付だけが変更されています（コミット {commit_}）"
help:
  en: "record what was looked at: the result in changes or the text, a new edition, or what was found"
  ja: "確認した内容を記録してください（変更履歴又は本文に結果を残す、版を改める、見つかった点を記録するなど）"
why:
  en: "A review asks whether the thing is still suitable and adequate (clause 7.5.2 c); a date alone shows no review. Told are the last reviews of documents and plans, and of a whole register (setting review_many) in which nothing else changed for a year."
  ja: "レビューでは適切性及び妥当性を確認します（箇条7.5.2 c）。日付だけでは実施したことを示せません。文書及び計画の最新のレビュー、並びに一年間ほかの変更がない台帳の一括見直し（設定 review_many 件以上）を報告します。"
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
  changes:
    - {version: "1.0", date: 2026-06-02, by: PER-0003, summary: "Reviewed: still fits, the list of systems compared"}
    - {version: "1.0", date: 2025-10-20, by: PER-0003, summary: First edition}
---
WITH d AS (SELECT h.id, h.seq, h.day, h.author, coalesce(h.written_id, h.commit_id) AS commit_id, r.kind
    FROM history h JOIN record r ON r.id = h.id AND r.live
    WHERE h.field = 'reviewed' AND h.what = 'changed' AND h.new = r.reviewed
      AND NOT EXISTS (SELECT 1 FROM history x WHERE x.id = h.id AND x.seq >= h.seq
        AND coalesce(x.field, '') NOT IN ('reviewed', 'review_due', 'tags'))),
  g AS (SELECT kind, seq, day, author, commit_id, count(*) AS n, min(id) AS id, group_concat(id, ', ') AS ids
    FROM d GROUP BY kind, commit_id)
SELECT g.id, 'reviewed' AS field, g.day, g.author AS who, g.n, substr(g.commit_id, 1, 7) AS commit_,
    CASE WHEN g.n > 8 THEN substr(g.ids, 1, instr(g.ids, ',') - 1) || ' … (' || g.n || ')' ELSE g.ids END AS ids
FROM g WHERE g.kind IN ('document', 'continuity_plan')
  OR (g.n >= setting('review_many') + 0 AND NOT EXISTS (SELECT 1 FROM record r
    JOIN history x ON x.id = r.id AND x.day > date_add(g.day, '-P1Y') AND x.seq < g.seq
      AND coalesce(x.field, '') NOT IN ('reviewed', 'review_due', 'tags')
    WHERE r.kind = g.kind))
