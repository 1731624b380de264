---
code: MRV-08
clause: "9.3.2"
severity: warning
profile: operating
needs_history: true
title:
  en: "Figures of the review differ from the records"
  ja: "記録と異なるレビューの数値"
message:
  en: "{id} says {stated} {what} on {held}; by the records of that day there were {counted}"
  ja: "{id} では {held} 時点の{what_ja}を {stated} 件としていますが、その日の記録では {counted} 件です"
help:
  en: "correct the figure, or record what was known that day"
  ja: "数値を訂正するか、当日までに分かっていたことを記録してください"
why:
  en: "Top management decides on what it is told (clause 9.3.2 d). Compared are the figures of the field figures with the dates of the records; due dates that were moved later count as they stood on that day. Reviews without figures are not judged."
  ja: "トップマネジメントは報告に基づいて決定します（箇条9.3.2 d）。figures の数値を記録の日付と比較し、後で変更された期限は当日の期限で数えます。figures のないレビューは判定しません。"
fails: |
  commit: {day: 2026-05-20, by: PER-0003}
  ===
  id: MRV-0001
  figures: {nonconformities_open: 2, actions_open: 5, actions_overdue: 0}
passes: |
  commit: {day: 2026-05-20, by: PER-0003}
  ===
  id: MRV-0001
  figures: {nonconformities_open: 2, actions_open: 2, actions_overdue: 0}
---
WITH m AS (SELECT id, held_on, figures_nonconformities_open AS a, figures_actions_open AS b, figures_actions_overdue AS c
    FROM management_review WHERE held_on IS NOT NULL
      AND coalesce(figures_nonconformities_open, figures_actions_open, figures_actions_overdue) IS NOT NULL),
  v AS (SELECT m.id, m.held_on, 'nonconformities_open' AS field, 'open nonconformities' AS what, '未完了の不適合' AS what_ja, m.a AS stated,
      (SELECT count(*) FROM nonconformity n WHERE n.detected_on <= m.held_on AND coalesce(n.closed_on, '9999') > m.held_on) AS counted FROM m
    UNION ALL SELECT m.id, m.held_on, 'actions_open', 'open corrective actions', '未完了の是正処置', m.b,
      (SELECT count(*) FROM corrective_action n WHERE n.status <> 'cancelled' AND n.created <= m.held_on
        AND coalesce(n.closed_on, '9999') > m.held_on) FROM m
    UNION ALL SELECT m.id, m.held_on, 'actions_overdue', 'overdue corrective actions', '期限を過ぎた是正処置', m.c,
      (SELECT count(*) FROM corrective_action n WHERE n.status <> 'cancelled' AND n.created <= m.held_on
        AND coalesce(n.implemented_on, '9999') > m.held_on
        AND coalesce((SELECT h.old FROM history h WHERE h.id = n.id AND h.field = 'due' AND h.day > m.held_on
          ORDER BY h.seq LIMIT 1), n.due) < m.held_on) FROM m)
SELECT v.id, 'figures.' || v.field AS field, v.what, v.what_ja, v.held_on AS held, v.stated, v.counted
FROM v WHERE v.stated IS NOT NULL AND v.stated + 0 <> v.counted
