---
code: MRV-07
clause: "9.3.1"
severity: warning
profile: operating
title:
  en: "Review before the internal audit"
  ja: "内部監査より先のレビュー"
message:
  en: "{id} was held on {day}, and no internal audit of {period} had been reported by then"
  ja: "{id} は {day} に実施されましたが、その時点で {period} の内部監査は報告されていません"
help:
  en: "hold the review after the report of the internal audit, or hold a second one"
  ja: "内部監査の報告後にレビューを行うか、改めてもう一度行ってください"
why:
  en: "Audit results are an input of the review (clause 9.3.2 d 3). Reviews of the last twelve months are looked at, so that the end of a year hides none."
  ja: "監査結果はレビューのインプットです（箇条9.3.2 d 3）。年度末をまたいでも見落とさないよう、過去12か月のレビューを対象とします。"
fails: |
  id: MRV-0001
  held_on: 2026-03-01
  planned_on: 2026-03-01
passes: |
  id: MRV-0001
  held_on: 2026-04-01
  planned_on: 2026-04-01
---
SELECT m.id, 'held_on' AS field, m.held_on AS day, m.period
FROM management_review m
WHERE m.state_rank >= 1 AND m.held_on > date_add(asof(), '-P1Y')
  AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.audit_type = 'internal'
      AND a.reported_on BETWEEN period_first(m.period) AND m.held_on)
  -- That a period ended without any is APG-03's to say.
  AND (period_first(m.period) = period_first(period(asof()))
    OR EXISTS (SELECT 1 FROM audit a WHERE a.audit_type = 'internal' AND a.reported_on > m.held_on
      AND period(a.reported_on) = m.period))
  -- A second review of the period, behind the report, mends it.
  AND NOT EXISTS (SELECT 1 FROM management_review v JOIN audit a ON a.audit_type = 'internal'
        AND a.reported_on BETWEEN period_first(m.period) AND v.held_on
      WHERE v.period = m.period AND v.held_on > m.held_on AND v.state_rank >= 1)
