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
  en: "{what} of {id} was changed from {old} to {new} on {day} by {who} (commit {commit_}), after its approval on {approved}, and not approved again"
  ja: "{id} の{what_ja}が、承認（{approved}）後の {day} に {who} によって「{old}」から「{new}」に変更されています（コミット {commit_}）。その後の承認は記録されていません"
help:
  en: "take the change back, or have it approved and record version and approved_on"
  ja: "変更を取り消すか、承認を受けて version と approved_on を記録してください"
why:
  en: "An approval stands for the words that were approved (clause 7.5.2 c). Looked at are the fields of the setting controlled_fields, in commits that were written and landed after the day of approval; a commit that brings version, approval or an Approved-by trailer along counts as approved. The text of documents and plans is reported by DOC-05, controls by CTL-11."
  ja: "承認は、承認した内容に対するものです（箇条7.5.2 c）。設定 controlled_fields の項目について、承認日より後に作成され取り込まれた変更を判定します。同じコミットで版又は承認を改めた変更、及びApproved-byトレーラーのある変更は承認済みとみなします。文書及び計画の本文はDOC-05、管理策はCTL-11で報告します。"
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
    WHERE d.field = 'approved_on' AND has(setting('controlled_fields'), d.kind || '.' || coalesce(
      substr(h.field, 1, min(instr(h.field || '.', '.'), instr(h.field || '[', '[')) - 1), 'body'))
      AND coalesce(h.field, '') NOT LIKE '%.ref'
      AND NOT EXISTS (SELECT 1 FROM history v WHERE v.id = d.id AND v.seq >= h.seq
        AND v.field IN ('version', 'approved_on', 'approved_by'))
      AND NOT EXISTS (SELECT 1 FROM trailer t WHERE t.commit_id IN (h.commit_id, h.written_id)
        AND t.key = 'Approved-by'))
SELECT c.id, 'approved_on' AS field, coalesce(c.field, 'the text') AS what,
    coalesce(c.field, '本文') AS what_ja, c.old, c.new, c.day, c.author AS who, c.approved,
    substr(c.commit_id, 1, 7) AS commit_
FROM c WHERE c.seq = (SELECT max(x.seq) FROM c x WHERE x.id = c.id)
GROUP BY c.id
