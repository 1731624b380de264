---
code: HIS-21
clause: "7.5.2"
severity: error
profile: operating
needs_history: part
title:
  en: "Approved before it was written"
  ja: "作成前の承認"
message:
  en: "{id} states approval on {approved}, but its text was written on {written} by {who} (commit {commit_}, landed on {day})"
  ja: "{id} の承認日は {approved} ですが、その本文は {written} に {who} が作成したものです（コミット {commit_}、{day} 取込み）"
help:
  en: "record the day on which this very text was approved"
  ja: "この本文を承認した日を記録してください"
why:
  en: "What was approved must have been there to read (clause 7.5.2 c). Compared is the day on which the author wrote the text, not the later one on which it landed. Some days in between pass (setting written_grace), since people commit later; approvals from before the history begins are not judged."
  ja: "承認するには、その文書が存在していなければなりません（箇条7.5.2 c）。取り込まれた日ではなく、作成者が書いた日と比較します。コミットが遅れることもあるため数日（設定 written_grace）は問わず、履歴の始まりより前の承認は判定しません。"
fails: |
  commit: {day: 2026-05-18, by: PER-0003, trailers: ["Approved-by: PER-0002"]}
  ===
  id: DOC-0002
  version: "1.1"
  approved_on: 2026-05-08
  effective_on: 2026-05-18
  body: |
    How we assess and treat risks, and whom we let in.
passes: |
  commit: {day: 2026-05-18, written: 2026-05-06, by: PER-0003, trailers: ["Approved-by: PER-0002"]}
  ===
  id: DOC-0002
  version: "1.1"
  approved_on: 2026-05-08
  effective_on: 2026-05-18
  body: |
    How we assess and treat risks, and whom we let in.
---
WITH d AS (SELECT id, approved_on FROM document WHERE status IN ('approved', 'in_force')
    UNION ALL SELECT id, approved_on FROM continuity_plan WHERE status IN ('approved', 'in_force')),
  t AS (SELECT d.*, (SELECT max(h.seq) FROM history h WHERE h.id = d.id AND h.what IN ('body', 'added')) AS seq
    FROM d WHERE d.approved_on >= (SELECT min(day) FROM commits))
SELECT t.id, 'approved_on' AS field, t.approved_on AS approved, min(h.written, h.day) AS written, h.day,
    author(h.author) AS who, substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_
FROM t JOIN history h ON h.id = t.id AND h.seq = t.seq AND h.what IN ('body', 'added')
WHERE min(h.written, h.day) > date_add(t.approved_on, setting('written_grace'))
  AND (h.what = 'added' OR EXISTS (SELECT 1 FROM history v WHERE v.id = t.id AND v.seq >= h.seq
    AND v.field IN ('version', 'approved_on')))
GROUP BY t.id
