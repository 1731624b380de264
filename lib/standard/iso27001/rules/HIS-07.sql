---
code: HIS-07
clause: "7.5.3"
severity: warning
profile: operating
needs_history: part
title:
  en: "Life cycle in one jump"
  ja: "一度に進んだ状態"
message:
  en: "{id} went from {old} to {new} in one step, which landed on {day} (commit {commit_}, {who}); the states between never stood on the branch"
  ja: "{id} は {day} に取り込まれた一つのコミット（{commit_}、{who}）で {old} から {new} になっています。途中の状態はブランチに記録されていません"
help:
  en: "commit each step when it happens"
  ja: "各段階を、行った時点でコミットしてください"
why:
  en: "The steps of a record show that the work went in order (clause 7.5.3, 10.2); one commit, or one merge, for all of them shows the end alone. A record that first appears closed counts too, unless it was created before the history begins."
  ja: "各段階の記録は、作業が順に行われたことを示します（箇条7.5.3、10.2）。一つのコミット又はマージでは結果しか示せません。最初から完了として現れた記録も対象ですが、履歴の始まりより前に作成されたものは除きます。"
fails: |
  id: CA-0002
  status: planned
  ===
  commit: {day: 2026-06-10, by: PER-0002}
  ===
  id: CA-0002
  status: closed
passes: |
  id: CA-0002
  status: planned
  ===
  commit: {day: 2026-04-10, by: PER-0003}
  ===
  id: CA-0002
  status: implemented
  ===
  commit: {day: 2026-06-05, by: PER-0004}
  ===
  id: CA-0002
  status: verified
  ===
  commit: {day: 2026-06-10, by: PER-0002}
  ===
  id: CA-0002
  status: closed
---
WITH RECURSIVE j AS (SELECT r.id, r.kind, h.old, h.new, h.day, h.author,
      h.commit_id
    FROM history h JOIN record r ON r.id = h.id
    WHERE h.field = 'status' AND h.what = 'changed' AND h.old <> h.new
      AND h.day > date_add(asof(), '-' || setting('history_reach'))
      AND NOT EXISTS (SELECT 1 FROM step s WHERE s.kind = r.kind
        AND s."from" = h.old AND s."to" = h.new)),
  reach(kind, "from", "to") AS (SELECT DISTINCT kind, old, old FROM j
    UNION SELECT e.kind, e."from", s."to" FROM reach e
      JOIN step s ON s.kind = e.kind AND s."from" = e."to" AND NOT s.aside)
SELECT j.id, 'status' AS field, label_of(j.kind, 'status', j.old) AS old,
    label_of(j.kind, 'status', j.new) AS new, j.day, author(j.author) AS who, substr(j.commit_id, 1, 7) AS commit_
FROM j WHERE EXISTS (SELECT 1 FROM reach e WHERE e.kind = j.kind AND e."from" = j.old AND e."to" = j.new)
GROUP BY j.id
UNION ALL
SELECT r.id, 'status', '—', label_of(r.kind, 'status', r.status), l.born, author(c.author_name), substr(l.born_id, 1, 7)
FROM record r JOIN life l ON l.id = r.id AND l.born_seq > 0 JOIN commits c ON c.commit_id = l.born_id
WHERE r.ended AND r.created >= (SELECT min(day) FROM commits) AND l.born > date_add(asof(), '-' || setting('history_reach'))
  AND EXISTS (SELECT 1 FROM step s WHERE s.kind = r.kind AND s."to" = r.status)
  AND NOT EXISTS (SELECT 1 FROM history h WHERE h.id = r.id AND h.field = 'status')
