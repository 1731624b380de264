---
code: CAL-04
clause: "8.1"
severity: note
profile: certified
title:
  en: "Yearly work due soon"
  ja: "間もなく期限の年間業務"
message:
  en: "{work}, {period}: due by {due}, {left}"
  ja: "{period} の「{work_ja}」の期限は {due}（{left_ja}）です"
help:
  en: "plan it now; ismsc due lists all that falls due"
  ja: "今から計画してください。ismsc due で期限の一覧を表示できます"
why:
  en: "The ISMS year has its months; the note comes as long ahead as the setting lead says, thirty days. Works that fall due record by record are noted once, at the first of their records."
  ja: "ISMS年度の業務には時期があります。設定 lead の日数（30日）前から知らせます。記録ごとに期限が来る業務は、最初に期限が来る記録で一度だけ知らせます。"
fails: |
  id: EXR-0001
  status: planned
  planned_on: 2026-07-15
  held_on: ~
  participants: ~
  results: ~
  ===
  asof: 2026-07-05
passes: |
  asof: 2026-07-05
---
SELECT r.id, CASE r.kind WHEN 'training_programme' THEN 'items'
      ELSE CASE w.style WHEN 'slot' THEN 'planned_on' END END AS field,
    c.title AS work, c.title_ja AS work_ja,
    says('calendar.' || c.id || '.title', c.title, NULL) AS work_own, w.period, w.due,
    CASE days(asof(), w.due) WHEN 0 THEN 'today' WHEN 1 THEN 'in 1 day' ELSE 'in ' || days(asof(), w.due) || ' days' END AS left,
    CASE days(asof(), w.due) WHEN 0 THEN '本日' ELSE 'あと ' || days(asof(), w.due) || ' 日' END AS left_ja
FROM calendar_work w JOIN calendar c ON c.id = w.work
LEFT JOIN record r ON r.id = w.record AND w.part IS NULL
WHERE w.state = 'soon' AND (w.now OR w.style = 'slot')
