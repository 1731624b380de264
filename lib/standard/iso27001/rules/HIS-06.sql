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
  en: "{id} is {status} since {closed}; on {day} {who} changed {field_} from {old} to {new} (commit {commit_})"
  ja: "{id} は {closed} から「{status}」ですが、{day} に {who} が {field_} を「{old}」から「{new}」に変更しています（コミット {commit_}）"
help:
  en: "take the change back, or reopen the record and close it again"
  ja: "変更を取り消すか、記録を再開したうえで改めて完了としてください"
why:
  en: "A closed record is evidence, and evidence stays as it was (clause 7.5.3). Reopening, tags, titles in another language and added values are no change."
  ja: "完了した記録は証拠であり、そのまま保たれなければなりません（箇条7.5.3）。再開、タグ、別の言語の表題及び値の追加は変更とみなしません。"
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
WITH e AS MATERIALIZED (SELECT h.id, max(h.seq) AS seq, max(h.day) AS day FROM record r
    CROSS JOIN history h ON h.id = r.id AND h.field = 'status' AND h.what = 'changed'
      AND h.new = r.status
    WHERE r.ended GROUP BY h.id),
  c AS MATERIALIZED (SELECT e.id, e.day AS closed, x.* FROM e JOIN history x ON x.id = e.id AND x.seq > e.seq
    WHERE (x.what = 'body' OR (x.what IN ('changed', 'removed') AND coalesce(x.old, '') <> ''
      AND x.field NOT IN ('status', 'tags', 'title_ja', 'title_en', 'reviewed', 'review_due',
        'supersedes', 'lang', 'source')
      AND coalesce(x.new, '') NOT LIKE x.old || ', %')))
SELECT c.id, coalesce(c.field, 'status') AS field, r.status, c.closed, c.day, c.author AS who,
    coalesce(c.field, 'the text') AS field_, coalesce(c.old, '…') AS old,
    CASE WHEN c.what = 'body' THEN '…' ELSE c.new END AS new,
    substr(coalesce(c.written_id, c.commit_id), 1, 7) AS commit_
FROM c JOIN record r ON r.id = c.id
WHERE c.seq = (SELECT max(x.seq) FROM c x WHERE x.id = c.id) GROUP BY c.id
