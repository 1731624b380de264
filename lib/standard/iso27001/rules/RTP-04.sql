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
  en: "{id} was put off {n} {n:time|times} by {days} {days:day|days} in all: {chain}"
  ja: "{id} の期限は {n} 回、合計 {days} 日延期されています: {chain}"
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
WITH h AS (SELECT h.id, h.old, h.new, h.seq FROM history h JOIN risk_treatment t ON t.id = h.id
    WHERE h.field = 'due' AND h.what = 'changed' AND h.new > h.old
      AND t.status IN ('planned', 'approved', 'in_progress') ORDER BY h.id, h.seq)
SELECT id, 'due' AS field, count(*) AS n, sum(days(old, new)) AS days,
    group_concat(old, ' → ') || ' → ' || max(new) AS chain
FROM h GROUP BY id HAVING count(*) >= 0 + setting('slips') OR sum(days(old, new)) > 0 + setting('slip_days')
