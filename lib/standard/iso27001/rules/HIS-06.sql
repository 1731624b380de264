---
code: HIS-06
clause: "7.5.3"
severity: error
profile: operating
needs_history: part
title:
  en: "Changed after closure"
  ja: "完了後の変更"
message:
  en: "{id} is {state} since {since} ({closer}, commit {closing}); on {day} {who} changed {field_} from {old} to {new} (commit {commit_})"
  ja: "{id} は {since} から「{state}」（{closer}、コミット {closing}）ですが、{day} に {who} が {field_ja} を「{old}」から「{new}」に変更しています（コミット {commit_}）"
help:
  en: "take the change back, or reopen the record and close it again"
  ja: "変更を取り消すか、記録を再開したうえで改めて完了としてください"
why:
  en: "A closed record is evidence, and evidence stays as it was (clause 7.5.3); so is one in a state of the setting sealed_states. Reopening, tags, titles in another language, added values and ids that changed are no change."
  ja: "完了した記録は証拠であり、そのまま保たれなければなりません（箇条7.5.3）。設定 sealed_states の状態にある記録も同じです。再開、タグ、別の言語の表題、値の追加及び参照先の id の変更は、変更とみなしません。"
fails: |
  id: CA-0002
  status: verified
  ===
  commit: {day: 2026-06-10, by: PER-0002}
  ===
  id: CA-0002
  status: closed
  ===
  commit: {day: 2026-06-20, by: PER-0003}
  ===
  id: CA-0002
  implemented_on: 2026-04-08
passes: |
  id: CA-0002
  status: verified
  ===
  commit: {day: 2026-06-10, by: PER-0002}
  ===
  id: CA-0002
  status: closed
  ===
  commit: {day: 2026-06-20, by: PER-0003}
  ===
  id: CA-0002
  tags: [backup]
  evidence: [Calendar of the team, Minutes of the team]
---
WITH e AS MATERIALIZED (SELECT id, max(CASE WHEN entry THEN seq ELSE -seq END) AS at, seq, day, status, who, commit_id
    FROM closure GROUP BY id),
  c AS MATERIALIZED (SELECT e.day AS since, e.status AS state, e.who AS closer, e.commit_id AS closing, r.kind, x.*
    FROM e JOIN record r ON r.id = e.id JOIN history x ON x.id = e.id AND x.seq > e.seq
    WHERE (x.what = 'body' OR (x.what IN ('changed', 'removed') AND coalesce(x.old, '') <> ''
      AND x.field NOT IN ('status', 'tags', 'title_ja', 'title_en', 'reviewed', 'review_due',
        'supersedes', 'lang', 'source')
      AND coalesce(x.new, '') NOT LIKE x.old || ', %'))
      -- A record that it names has another id.
      AND NOT EXISTS (SELECT 1 FROM history n WHERE n.what = 'renamed' AND n.seq = x.seq
        AND CASE x.what WHEN 'body' THEN EXISTS (SELECT 1 FROM link k WHERE k.src = x.id AND k.field = 'body' AND k.dst = n.new)
          ELSE replace(x.old, n.old, n.new) = x.new END)
      -- What HIS-16 tells while the record is not closed yet.
      AND (r.ended OR NOT coalesce(x.field IN ('conclusion', 'attendees', 'results', 'measured_rto', 'measured_rpo',
        'participants') OR x.field LIKE 'results[%].conform' OR x.field LIKE 'evaluation.%', 0)))
SELECT c.id, coalesce(c.field, 'status') AS field, label_of(c.kind, 'status', c.state) AS state, c.since,
    author(c.closer) AS closer, substr(c.closing, 1, 7) AS closing, c.day, author(c.author) AS who,
    coalesce(c.field || coalesce(' (' || c.item || ')', ''), 'the text') AS field_,
    coalesce(c.field || coalesce(' (' || c.item || ')', ''), '本文') AS field_ja, coalesce(c.old, '…') AS old,
    CASE WHEN c.what = 'body' THEN '…' ELSE coalesce(c.new, '') END AS new,
    substr(coalesce(c.written_id, c.commit_id), 1, 7) AS commit_
FROM c WHERE c.seq = (SELECT max(x.seq) FROM c x WHERE x.id = c.id) GROUP BY c.id
