---
code: CAL-01
clause: "8.1"
severity: warning
profile: certified
title:
  en: "Yearly work out of order"
  ja: "年間業務の順序の逆転"
message:
  en: "{work} of {period} ended on {day}, before {before} of {before_period} began on {began}"
  ja: "{period} の「{work_ja}」は {day} に終わっていますが、先に行うべき {before_period} の「{before_ja}」は {began} に始まっています"
help:
  en: "next time, do {before} first; look whether its results change what was decided without them"
  ja: "次回は「{before_ja}」を先に行い、その結果によって既に決めた内容が変わらないか確認してください"
why:
  en: "Each work of the ISMS year builds on another: risks on assets, the Statement of Applicability on risks, audits on both, the plan on the last management review. Judged for this ISMS year and the one before, and only when the later work had ended before the earlier began, so that a single record looked at in advance is no finding. Dates that are written anew each year need history. Management review before the audit is reported by MRV-07, what comes before an external audit by CRT-01 (the calendar names them under elsewhere)."
  ja: "ISMS年度の業務は積み重ねです。リスクは資産に、適用宣言書はリスクに、監査はその両方に、計画は前回のマネジメントレビューに基づきます。当年度と前年度について、後の業務が先の業務の開始前に終わっていた場合だけを指摘します（記録の一部を早めに見直しただけでは指摘しません）。毎年書き換える日付の判定には履歴が必要です。監査前のマネジメントレビューはMRV-07、審査の前に行うべきことはCRT-01で報告します。"
fails: |
  id: TRN-0001
  planned_on: 2026-04-10
  held_on: 2026-04-10
passes: |
  id: TRN-0001
  planned_on: 2026-03-11
  held_on: 2026-03-11
---
SELECT a.record AS id, NULL AS field, a.period, a.ended AS day, b.began, b.period AS before_period,
    c.title AS work, c.title_ja AS work_ja, e.title AS before, e.title_ja AS before_ja,
    says('calendar.' || c.id || '.title', c.title, NULL) AS work_own,
    says('calendar.' || e.id || '.title', e.title, NULL) AS before_own,
    b.record AS also_id
FROM calendar_work a JOIN calendar c ON c.id = a.work
JOIN calendar_work b ON b.sure AND b.began > a.ended
JOIN calendar e ON e.id = b.work AND (has(c.after, e.id) AND b.period = a.period
  OR has(c.after_last, e.id) AND b.period = period(date_add(period_first(a.period), '-P1D')))
WHERE a.sure AND a.period IN (period(asof()), period(date_add(asof(), '-P1Y')))
  AND NOT has(coalesce(c.elsewhere, ''), e.id)
