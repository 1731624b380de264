---
code: HIS-03
clause: "7.5.2"
severity: error
profile: operating
needs_history: part
title:
  en: "Changed after approval"
  ja: "承認後の変更"
message:
  en: "{what}{more} of {id} was changed{from_to} on {day} by {who} (commit {commit_}), after its approval on {approved}; no approval is recorded since"
  ja: "{id} の{what_ja}{more_ja}が、承認（{approved}）後の {day} に {who} によって{from_to_ja}変更されています（コミット {commit_}）。その後の承認は記録されていません"
help:
  en: "take the change back, or have it approved and record version and approved_on"
  ja: "変更を取り消すか、承認を受けて version と approved_on を記録してください"
why:
  en: "An approval stands for the words that were approved (clause 7.5.2 c). Looked at are the fields of the setting controlled_fields, in commits that were written and landed after the day of approval; a commit that brings a new approved_on or an Approved-by trailer along counts as approved, and so does a later approval; a record in draft or review has none to judge. The text of documents and plans is reported by DOC-05, controls by CTL-11."
  ja: "承認は、承認した内容に対するものです（箇条7.5.2 c）。設定 controlled_fields の項目について、承認日より後に作成され取り込まれた変更を判定します。同じコミット又はその後に approved_on を改めた変更、及び Approved-by トレーラーのある変更は承認済みとみなし、起案中及びレビュー中の記録は判定しません。文書及び計画の本文はDOC-05、管理策はCTL-11で報告します。"
fails: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: CRI-0001
  acceptance: medium
passes: |
  commit: {day: 2026-05-08, by: PER-0003, trailers: ["Approved-by: PER-0001"]}
  ===
  id: CRI-0001
  acceptance: medium
  version: "1.1"
  approved_on: 2026-05-08
  ===
  id: RSK-0001
  criteria: "1.1"
  ===
  id: RSK-0002
  criteria: "1.1"
---
WITH c AS MATERIALIZED (SELECT d.id, d.day AS approved, h.seq, h.day, h.author, h.what, h.field, h.old, h.new,
      coalesce(h.written_id, h.commit_id) AS commit_id
    FROM dated d JOIN history h ON h.id = d.id AND h.day > d.day AND h.written > d.day
      AND h.what IN ('changed', 'removed', 'body')
    JOIN record r ON r.id = d.id AND r.status NOT IN ('draft', 'review', 'planned', 'proposed', 'requested')
    WHERE d.field = 'approved_on' AND has(setting('controlled_fields'), d.kind || '.' || coalesce(
      substr(h.field, 1, min(instr(h.field || '.', '.'), instr(h.field || '[', '[')) - 1), 'body'))
      AND coalesce(h.field, '') NOT LIKE '%.ref'
      AND NOT EXISTS (SELECT 1 FROM history v WHERE v.id = d.id AND v.seq >= h.seq AND v.field = 'approved_on')
      AND NOT EXISTS (SELECT 1 FROM trailer t WHERE t.commit_id IN (h.commit_id, h.written_id)
        AND t.key = 'Approved-by')
      -- A record that it names has another id.
      AND NOT EXISTS (SELECT 1 FROM history n WHERE n.what = 'renamed' AND n.seq = h.seq
        AND CASE h.what WHEN 'body' THEN EXISTS (SELECT 1 FROM link k WHERE k.src = h.id AND k.field = 'body' AND k.dst = n.new)
          ELSE replace(h.old, n.old, n.new) = h.new END))
SELECT c.id, 'approved_on' AS field, coalesce(field_label(r.kind, c.field) || ' (' || c.field || ')', 'the text') AS what,
    coalesce(field_label(r.kind, c.field) || '（' || c.field || '）', '本文') AS what_ja,
    CASE WHEN count(DISTINCT coalesce(c.field, '')) > 1 THEN ' and ' || (count(DISTINCT coalesce(c.field, '')) - 1) || ' more' ELSE '' END AS more,
    CASE WHEN count(DISTINCT coalesce(c.field, '')) > 1 THEN 'ほか' || (count(DISTINCT coalesce(c.field, '')) - 1) || '項目' ELSE '' END AS more_ja,
    CASE WHEN c.field IS NOT NULL THEN ' from ' || coalesce(c.old, '—') || ' to ' || coalesce(c.new, '—') ELSE '' END AS from_to,
    CASE WHEN c.field IS NOT NULL THEN '「' || coalesce(c.old, '—') || '」から「' || coalesce(c.new, '—') || '」に' ELSE '' END AS from_to_ja,
    max(c.seq) AS seq, c.day, author(c.author) AS who, c.approved, substr(c.commit_id, 1, 7) AS commit_,
    'HIS-21 ' || c.id AS same_as
FROM c JOIN record r ON r.id = c.id GROUP BY c.id
