---
code: HIS-10
clause: "7.5.2"
severity: warning
profile: certified
needs_history: true
title:
  en: "One person wrote and approved, or merged"
  ja: "同一人物による作成と承認又はマージ"
message:
  en: "the text of {id} in force was written by {person} on {written} (commit {commit_}), who also {did}"
  ja: "{id} の現行の本文は {person} が {written} に作成し（コミット {commit_}）、同じ人が{did_ja}しています"
help:
  en: "let another person approve or merge it, or record who reviewed it besides (\"Reviewed-by: Name <address>\" in the commit)"
  ja: "別の人が承認又はマージするか、ほかにレビューした人を記録してください（コミットに「Reviewed-by: 氏名 <アドレス>」）"
why:
  en: "Two pairs of eyes see more than one (A.5.3, clause 7.5.2 c). Fields that name one person for both are reported by DOC-03; this rule asks the history who wrote the text, and who merged it: a merge by the writer passes when a trailer, or the commit that records the approval, brings in somebody else."
  ja: "二人の目で確認することで誤りや不正を防ぎます（A.5.3、箇条7.5.2 c）。作成者と承認者の欄が同じ場合はDOC-03で報告し、この規則は実際に本文を書いた人とマージした人を履歴で確認します。書いた人によるマージでも、トレーラー又は承認を記録したコミットにほかの人が現れれば問いません。"
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
  -- When it was approved, and the commit of the text that was approved then.
  a AS (SELECT d.*, coalesce((SELECT max(h.seq) FROM history h WHERE h.id = d.id AND h.field = 'approved_on'),
      (SELECT f.born_seq FROM life f WHERE f.id = d.id AND f.born_seq > (SELECT min(born_seq) FROM life))) AS at FROM d),
  t AS MATERIALIZED (SELECT a.*, coalesce((SELECT max(h.seq) FROM history h WHERE h.id = a.id
      AND h.what IN ('body', 'added') AND h.seq < a.at AND h.seq > coalesce((SELECT max(p.seq)
        FROM history p WHERE p.id = a.id AND p.field = 'approved_on' AND p.seq < a.at), -1)), a.at) AS seq FROM a),
  w AS MATERIALIZED (SELECT t.*, h.commit_id, h.written_id, h.written, c.author_id AS merger,
      CASE WHEN h.written_id IS NULL THEN c.author_id ELSE b.author_id END AS writer
    FROM t JOIN history h ON h.id = t.id AND h.seq = t.seq AND h.what IN ('body', 'added')
      AND h.seq > (SELECT min(born_seq) FROM life)
    JOIN commits c ON c.commit_id = h.commit_id
    LEFT JOIN branch_commit b ON b.commit_id = h.written_id)
SELECT w.id, 'approved_by' AS field, person(w.writer) AS person, w.written,
    substr(coalesce(w.written_id, w.commit_id), 1, 7) AS commit_,
    CASE WHEN w.writer = w.approved_by THEN 'approved it on ' || w.approved_on
      ELSE 'merged it (commit ' || substr(w.commit_id, 1, 7) || ') with nobody else named' END AS did,
    CASE WHEN w.writer = w.approved_by THEN w.approved_on || ' に承認'
      ELSE 'ほかの人の関与の記録なしにマージ（コミット ' || substr(w.commit_id, 1, 7) || '）' END AS did_ja
FROM w WHERE (w.writer = w.approved_by AND coalesce(w.prepared_by, '') <> w.approved_by)
  OR (w.writer <> w.approved_by AND w.writer = w.merger AND w.written_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM signer s
      WHERE (s.commit_id IN (w.commit_id, w.written_id) OR s.commit_id IN (SELECT coalesce(h.written_id, h.commit_id)
        FROM history h WHERE h.id = w.id AND h.seq = w.at AND h.field = 'approved_on'))
      AND s.role <> 'committer' AND s.person_id IS NOT w.writer))
GROUP BY w.id
