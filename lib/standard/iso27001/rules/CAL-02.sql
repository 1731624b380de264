---
code: CAL-02
clause: "8.1"
severity: warning
profile: operating
title:
  en: "Yearly work due"
  ja: "期限を過ぎた年間業務（猶予期間中）"
message:
  en: "{work} of {period} {what}"
  ja: "{period} の「{work_ja}」{what_ja}"
help:
  en: "{proof}; isms.yaml can give the work another month under calendar:"
  ja: "{proof_ja}必要があります。業務の時期は isms.yaml の calendar: で変更できます"
why:
  en: "The processes of the ISMS run as planned (clause 8.1); certification bodies look for each yearly work once in the ISMS year and not much more than twelve months after the last time. The work is due at the end of the month its records plan, else of the month of the calendar; this warning stands during its grace, or when thirteen months have passed since the last time (yearly_warn). CAL-03 follows. Works that fall due record by record (documents, suppliers, laws, activities, corrective actions) have rules of their own."
  ja: "ISMSのプロセスは計画どおりに実施します（箇条8.1）。認証機関は、各業務がISMS年度に一度、かつ前回から12か月を大きく超えずに実施されているかを確認します。期限は、記録に予定があればその月、なければ年間計画の月の末日です。この警告は猶予期間中、又は前回から13か月（yearly_warn）を過ぎたときに出ます。その後はCAL-03が報告します。文書、委託先、法令、定期運用、是正処置など記録ごとに期限が来る業務には専用の規則があります。"
fails: |
  id: SOA-0001
  approved_on: 2025-09-20
  ===
  asof: 2026-01-20
passes: |
  id: SOA-0001
  approved_on: 2025-12-20
  ===
  asof: 2026-01-20
---
WITH w AS (SELECT w.*, c.title, c.title_ja, c.proof, c.proof_ja, c.rules, c.clause AS of_clause,
      CASE WHEN w.due < asof() THEN 0 ELSE 1 END AS apart
    FROM calendar_work w JOIN calendar c ON c.id = w.work
    WHERE w.style = 'slot' AND w.state = 'late' AND w.now
      AND NOT EXISTS (SELECT 1 FROM calendar_work x WHERE x.work = w.work AND x.state = 'missing'
        AND x.period = period(date_add(asof(), '-P1Y')) AND c.moot IS NULL))
SELECT r.id, CASE WHEN r.kind IN ('training_programme') THEN 'items' ELSE 'planned_on' END AS field,
    w.title AS work, w.title_ja AS work_ja, w.period, w.proof, w.proof_ja,
    says('calendar.' || w.work || '.title', w.title, NULL) AS work_own,
    says('calendar.' || w.work || '.proof', w.proof, NULL) AS proof_own,
    CASE WHEN apart THEN 'was last done on ' || w.last || ', more than ' || span(setting('yearly_warn')) || ' ago; it is planned by ' || w.due
      ELSE 'was due by ' || w.due || ', ' || w.late || CASE w.late WHEN 1 THEN ' day' ELSE ' days' END || ' ago, and '
        || CASE WHEN w.part IS NULL THEN 'no record shows it' ELSE 'is done in part only' END
        || coalesce('; last done on ' || w.last, '') END AS what,
    CASE WHEN apart THEN 'は最後の実施（' || w.last || '）から' || span(setting('yearly_warn')) || 'を超えています。予定は ' || w.due || ' です'
      ELSE 'の期限は ' || w.due || '（' || w.late || ' 日前）でしたが、'
        || CASE WHEN w.part IS NULL THEN '実施の記録がありません' ELSE '一部しか実施されていません' END
        || coalesce('。最後の実施は ' || w.last || ' です', '') END AS what_ja,
    w.rules AS same_as
FROM w LEFT JOIN record r ON r.id = w.record AND w.part IS NULL AND r.kind NOT IN ('objective')
