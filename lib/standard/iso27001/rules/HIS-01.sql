---
code: HIS-01
clause: "10.2"
severity: warning
profile: operating
needs_history: true
title:
  en: "Due date moved again and again"
  ja: "繰り返される期限の延期"
message:
  en: "the due date of {id} was moved {n} {n:time|times} by {days} {days:day|days} in all: {chain}; moved on {moves}"
  ja: "{id} の期限は {n} 回、合計 {days} 日延期されています: {chain}。変更: {moves_ja}"
help:
  en: "look why it does not come forward, and let somebody with the authority decide"
  ja: "進まない理由を調べ、権限を持つ人が決定してください"
why:
  en: "Dates that move instead of being met are what auditors look for in history. Days in all are those between the first date and the present one. Treatments of risks are reported by RTP-04."
  ja: "守られずに動く期限は、審査で履歴から確認されます。合計の日数は最初の期限から現在の期限までの日数です。リスク対応はRTP-04で報告します。"
fails: |
  id: CA-0001
  due: 2026-05-10
  ===
  commit: {day: 2026-05-01, by: PER-0003}
  ===
  id: CA-0001
  due: 2026-06-10
  ===
  commit: {day: 2026-06-05, by: PER-0003}
  ===
  id: CA-0001
  due: 2026-08-31
passes: |
  id: CA-0001
  due: 2026-07-31
  ===
  commit: {day: 2026-05-01, by: PER-0003}
  ===
  id: CA-0001
  due: 2026-08-31
---
WITH h AS MATERIALIZED (SELECT h.id, h.seq, h.old, h.new, h.day, h.author, substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_
    FROM history h JOIN record r ON r.id = h.id
    WHERE h.field = 'due' AND h.what = 'changed' AND h.old IS NOT NULL AND h.new IS NOT NULL
      AND r.kind <> 'risk_treatment' AND r.live AND NOT r.ended ORDER BY h.id, h.seq)
SELECT id, 'due' AS field, sum(new > old) AS n, sum(days(old, new)) AS days,
    -- old is that of the first row, since min() is asked for.
    min(seq) AS seq, old || ' → ' || group_concat(new, ' → ') AS chain,
    group_concat(day || ' (' || author(author) || ', ' || commit_ || ')', ', ') AS moves,
    group_concat(day || '（' || author(author) || '、' || commit_ || '）', '、') AS moves_ja
FROM h GROUP BY id HAVING sum(days(old, new)) > 0
  AND (n >= 0 + setting('slips') OR sum(days(old, new)) > 0 + setting('slip_days'))
