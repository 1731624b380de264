---
code: CAL-03
clause: "8.1"
severity: error
profile: operating
title:
  en: "Yearly work missed"
  ja: "年間業務の未実施"
message:
  en: "{work} of {period} {what}"
  ja: "{period} の「{work_ja}」{what_ja}"
help:
  en: "{proof}; isms.yaml can give the work another month under calendar:"
  ja: "{proof_ja}必要があります。業務の時期は isms.yaml の calendar: で変更できます"
why:
  en: "As CAL-02, after the grace of the work or when fifteen months have passed since the last time (yearly_error). A work that was missed in the ISMS year before is reported until it is done in this one; what lies further back shows in the yearly plan."
  ja: "CAL-02と同じ事項が、業務ごとの猶予を過ぎたとき、又は前回から15か月（yearly_error）を過ぎたときに報告します。前年度に実施しなかった業務は、当年度に実施するまで報告します。それ以前のものは年間計画に示します。"
fails: |
  id: SOA-0001
  approved_on: 2025-09-20
passes: |
  id: SOA-0001
  approved_on: 2025-12-20
---
WITH w AS (SELECT w.*, c.title, c.title_ja, c.proof, c.proof_ja, c.rules, c.clause AS of_clause,
      CASE WHEN w.due < asof() THEN 0 ELSE 1 END AS apart
    FROM calendar_work w JOIN calendar c ON c.id = w.work
    WHERE w.style = 'slot' AND w.state = 'missing' AND (w.now OR (w.period = period(date_add(asof(), '-P1Y')) AND c.moot IS NULL
      AND NOT EXISTS (SELECT 1 FROM calendar_work x WHERE x.work = w.work AND x.now
        AND (x.done IS NOT NULL OR x.state = 'missing')))))
SELECT r.id, CASE WHEN r.kind IN ('training_programme') THEN 'items' ELSE 'planned_on' END AS field,
    w.title AS work, w.title_ja AS work_ja, w.period, w.proof, w.proof_ja,
    says('calendar.' || w.work || '.title', w.title, NULL) AS work_own,
    says('calendar.' || w.work || '.proof', w.proof, NULL) AS proof_own,
    CASE WHEN apart THEN 'was last done on ' || w.last || ', more than ' || span(setting('yearly_error')) || ' ago; it is planned by ' || w.due
      ELSE 'was due by ' || w.due || ', ' || w.late || CASE w.late WHEN 1 THEN ' day' ELSE ' days' END || ' ago, and '
        || CASE WHEN w.part IS NULL THEN 'no record shows it' ELSE 'is done in part only' END
        || coalesce('; last done on ' || w.last, '') END AS what,
    CASE WHEN apart THEN 'は最後の実施（' || w.last || '）から' || span(setting('yearly_error')) || 'を超えています。予定は ' || w.due || ' です'
      ELSE 'の期限は ' || w.due || '（' || w.late || ' 日前）でしたが、'
        || CASE WHEN w.part IS NULL THEN '実施の記録がありません' ELSE '一部しか実施されていません' END
        || coalesce('。最後の実施は ' || w.last || ' です', '') END AS what_ja,
    w.rules AS same_as
FROM w LEFT JOIN record r ON r.id = w.record AND w.part IS NULL AND r.kind NOT IN ('objective')
