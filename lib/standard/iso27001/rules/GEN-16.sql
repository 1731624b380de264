---
code: GEN-16
clause: "7.5.3"
severity: error
profile: operating
waivable: false
needs_history: part
title:
  en: "Step the life cycle does not know"
  ja: "許されない状態の変更"
message:
  en: "{id} went from {old} to {new} on {day} ({who}, commit {commit_}); from {old} it may go to {may}"
  ja: "{id} は {day} に {old} から {new} に変更されました（{who}、コミット {commit_}）。{old} から進めるのは {may} です"
help:
  en: "set the state back and take the steps in order"
  ja: "状態を戻し、順に進めてください"
why:
  en: "A closed record is reopened before it changes again, and nothing is approved that was not written; the states are how a record proves that (clause 7.5.3). Judged is the last change of the state; several steps at once are allowed here."
  ja: "完了した記録は再開してから変更し、作成していないものは承認できません。状態はそれを示すものです（箇条7.5.3）。最後の状態変更を判定します。一度に複数の段階を進めることは、ここでは問いません。"
fails: |
  commit: {day: 2026-06-10, by: PER-0003}
  ===
  id: CA-0002
  status: planned
passes: |
  commit: {day: 2026-06-10, by: PER-0003}
  ===
  id: CA-0001
  status: implemented
  implemented_on: 2026-06-10
  evidence: [Release of the tool]
---
WITH RECURSIVE j AS MATERIALIZED (SELECT r.id, r.kind, h.old, h.new, h.day, h.author,
      substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_
    FROM record r CROSS JOIN history h ON h.id = r.id AND h.field = 'status'
      AND h.what = 'changed' AND h.new = r.status
    WHERE h.old <> h.new
      AND NOT EXISTS (SELECT 1 FROM step s WHERE s.kind = r.kind
        AND s."from" = h.old AND s."to" = h.new)
      AND EXISTS (SELECT 1 FROM step s WHERE s.kind = r.kind AND h.old IN (s."from", s."to"))
      AND NOT EXISTS (SELECT 1 FROM history x WHERE x.id = r.id AND x.field = 'status'
        AND x.what = 'changed' AND x.seq > h.seq)),
  reach(kind, "from", "to") AS (
    SELECT DISTINCT s.kind, s."from", s."to" FROM j JOIN step s ON s.kind = j.kind AND s."from" = j.old
    UNION SELECT e.kind, e."from", s."to" FROM reach e
      JOIN step s ON s.kind = e.kind AND s."from" = e."to" AND NOT s.aside)
SELECT j.id, 'status' AS field, j.old, j.new, j.day, author(j.author) AS who, j.commit_,
    coalesce((SELECT group_concat(s."to", ', ') FROM step s
      WHERE s.kind = j.kind AND s."from" = j.old), '—') AS may
FROM j WHERE NOT EXISTS (SELECT 1 FROM reach e WHERE e.kind = j.kind
      AND e."from" = j.old AND e."to" = j.new)
GROUP BY j.id
