---
code: HIS-10
clause: "7.5.2"
severity: warning
profile: certified
needs_history: true
title:
  en: "One person wrote and approved"
  ja: "同一人物による作成と承認"
message:
  en: "the text of {id} in force was written by {person} on {written} (commit {commit_}), who also approved it on {approved}"
  ja: "{id} の現行の本文は {person} が {written} に作成し（コミット {commit_}）、同じ人が {approved} に承認しています"
help:
  en: "let another person approve it, or record who reviewed it besides"
  ja: "別の人が承認するか、ほかにレビューした人を記録してください"
why:
  en: "Two pairs of eyes see more than one (A.5.3, clause 7.5.2 c). Fields that name one person for both are reported by DOC-03; this rule asks the history who wrote the text."
  ja: "二人の目で確認することで誤りや不正を防ぎます（A.5.3、箇条7.5.2 c）。作成者と承認者の欄が同じ場合はDOC-03で報告し、この規則は実際に本文を書いた人を履歴で確認します。"
fails: |
  commit: {day: 2026-05-06, by: PER-0002}
  ===
  id: DOC-0002
  body: |
    How we assess and treat risks, and whom we let in.
  ===
  commit: {day: 2026-05-08, by: PER-0002}
  ===
  id: DOC-0002
  version: "1.1"
  approved_on: 2026-05-08
  effective_on: 2026-05-08
passes: |
  commit: {day: 2026-05-06, by: PER-0003}
  ===
  id: DOC-0002
  body: |
    How we assess and treat risks, and whom we let in.
  ===
  commit: {day: 2026-05-08, by: PER-0002}
  ===
  id: DOC-0002
  version: "1.1"
  approved_on: 2026-05-08
  effective_on: 2026-05-08
---
WITH d AS (SELECT id, approved_by, approved_on, prepared_by FROM document
    WHERE status IN ('approved', 'in_force') AND approved_by IS NOT NULL
    UNION ALL SELECT id, approved_by, approved_on, prepared_by FROM continuity_plan
      WHERE status IN ('approved', 'in_force') AND approved_by IS NOT NULL),
  a AS (SELECT d.*, (SELECT max(h.seq) FROM history h WHERE h.id = d.id AND h.field = 'approved_on') AS at
    FROM d WHERE coalesce(d.prepared_by, '') <> d.approved_by),
  t AS MATERIALIZED (SELECT a.*, coalesce((SELECT max(h.seq) FROM history h WHERE h.id = a.id
      AND h.what IN ('body', 'added') AND h.seq < a.at AND h.seq > coalesce((SELECT max(p.seq)
        FROM history p WHERE p.id = a.id AND p.field = 'approved_on' AND p.seq < a.at), -1)), a.at) AS seq FROM a)
SELECT t.id, 'approved_by' AS field, person(t.approved_by) AS person, h.written, t.approved_on AS approved,
    substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_
FROM t JOIN history h ON h.id = t.id AND h.seq = t.seq AND h.what IN ('body', 'added')
JOIN commits c ON c.commit_id = h.commit_id
LEFT JOIN branch_commit b ON b.commit_id = h.written_id
WHERE t.approved_by = coalesce(b.author_id, c.author_id)
  AND h.seq > 0 GROUP BY t.id
