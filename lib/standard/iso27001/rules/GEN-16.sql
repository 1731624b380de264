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
  en: "{id} went from {old} to {new} on {day} ({who}); from {old} it may go to {may}"
  ja: "{id} は {day} に {old} から {new} に変更されました（{who}）。{old} から進めるのは {may} です"
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
WITH RECURSIVE reach(kind, "from", "to") AS (
    SELECT kind, "from", "to" FROM step
    UNION SELECT e.kind, e."from", s."to" FROM reach e
      JOIN step s ON s.kind = e.kind AND s."from" = e."to" AND NOT s.aside),
  last AS (SELECT h.id, max(h.seq) AS seq FROM history h
    WHERE h.field = 'status' AND h.what = 'changed' GROUP BY h.id)
SELECT r.id, 'status' AS field, h.old, h.new, h.day, h.author AS who,
    coalesce((SELECT group_concat(s."to", ', ') FROM step s
      WHERE s.kind = r.kind AND s."from" = h.old), '—') AS may
FROM last JOIN history h ON h.id = last.id AND h.seq = last.seq AND h.field = 'status'
JOIN record r ON r.id = h.id AND r.status = h.new
WHERE h.old IS NOT NULL AND h.new IS NOT NULL AND h.old <> h.new
  AND EXISTS (SELECT 1 FROM step s WHERE s.kind = r.kind AND h.old IN (s."from", s."to"))
  AND NOT EXISTS (SELECT 1 FROM step s WHERE s.kind = r.kind
      AND s."from" = h.old AND s."to" = h.new)
  AND NOT EXISTS (SELECT 1 FROM reach e WHERE e.kind = r.kind
      AND e."from" = h.old AND e."to" = h.new)
GROUP BY r.id
