---
code: RTP-04
clause: "8.3"
severity: warning
profile: operating
needs_history: true
title:
  en: "Treatment put off again and again"
  ja: "繰り返されるリスク対応の延期"
message:
  en: "{id} was put off {n} {n:time|times} by {days} {days:day|days} in all: {chain}; moved on {moves}"
  ja: "{id} の期限は {n} 回、合計 {days} 日延期されています: {chain}。変更: {moves_ja}"
help:
  en: "look why it does not come forward, and decide with the risk owner"
  ja: "進まない理由を調べ、リスク所有者と決定してください"
why:
  en: "A plan whose dates move is no plan (clause 8.3)."
  ja: "日付の動く計画は計画ではありません（箇条8.3）。"
fails: |
  id: RTP-0002
  due: 2026-06-30
  ===
  commit: {day: 2026-05-01, by: PER-0003}
  ===
  id: RTP-0002
  due: 2026-08-31
  ===
  commit: {day: 2026-06-15, by: PER-0003}
  ===
  id: RTP-0002
  due: 2026-09-30
passes: |
  id: RTP-0002
  due: 2026-06-30
  ===
  commit: {day: 2026-05-01, by: PER-0003}
  ===
  id: RTP-0002
  due: 2026-08-31
---
WITH h AS MATERIALIZED (SELECT h.id, h.seq, h.old, h.new, h.day, h.author, substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_
    FROM history h JOIN risk_treatment t ON t.id = h.id
    WHERE h.field = 'due' AND h.what = 'changed' AND h.old IS NOT NULL AND h.new IS NOT NULL
      AND t.status IN ('planned', 'approved', 'in_progress') ORDER BY h.id, h.seq)
SELECT id, 'due' AS field, sum(new > old) AS n, sum(days(old, new)) AS days,
    -- old is that of the first row, since min() is asked for.
    min(seq) AS seq, old || ' → ' || group_concat(new, ' → ') AS chain,
    group_concat(day || ' (' || author(author) || ', ' || commit_ || ')', ', ') AS moves,
    group_concat(day || '（' || author(author) || '、' || commit_ || '）', '、') AS moves_ja
FROM h GROUP BY id HAVING sum(days(old, new)) > 0
  AND (n >= 0 + setting('slips') OR sum(days(old, new)) > 0 + setting('slip_days'))
