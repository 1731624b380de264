---
code: CAL-04
clause: "8.1"
severity: note
profile: certified
title:
  en: "Yearly work due soon"
  ja: "間もなく期限の年間作業"
message:
  en: "{work} of {period} is due by {due}, in {n} days"
  ja: "{period} の{work_ja}の期限は {due}（あと {n} 日）です"
help:
  en: "plan it now; ismsc due lists all that falls due"
  ja: "今から計画してください。ismsc due で期限の一覧を表示できます"
why:
  en: "The ISMS year has its months; the note comes thirty days ahead."
  ja: "ISMS年度の作業には時期があります。30日前に知らせます。"
fails: |
  id: EXR-0001
  held_on: 2025-04-15
  ===
  asof: 2026-04-10
passes: |
  asof: 2026-04-20
---
WITH done(work, day) AS (
    SELECT 'yearly_plan', approved_on FROM audit_programme UNION ALL SELECT 'yearly_plan', approved_on FROM training_programme
    UNION ALL SELECT 'context_review', coalesce(reviewed, created) FROM issue
    UNION ALL SELECT 'scope_review', max(coalesce(reviewed, approved_on), coalesce(approved_on, reviewed)) FROM organisation GROUP BY id
    UNION ALL SELECT 'asset_check', coalesce(reviewed, created) FROM asset
    UNION ALL SELECT 'risk_assessment', assessed_on FROM risk
    UNION ALL SELECT 'treatment_plan', approved_on FROM statement_of_applicability
    UNION ALL SELECT 'treatment_plan', reviewed FROM statement_of_applicability
    UNION ALL SELECT 'objectives_set', coalesce(approved_on, start) FROM objective
    UNION ALL SELECT 'training', held_on FROM training_session WHERE state_rank >= 1
    UNION ALL SELECT 'continuity_drill', held_on FROM exercise WHERE state_rank >= 1
    UNION ALL SELECT 'internal_audit', held_on FROM audit WHERE audit_type = 'internal' AND state_rank >= 1
    UNION ALL SELECT 'management_review', held_on FROM management_review WHERE state_rank >= 1),
  c AS (SELECT c.id, c.title, c.title_ja, period(asof()) AS period,
      date_add(date_add(period_first(period(asof())), 'P' || c.month || 'M'), '-P1D') AS due
    FROM calendar c WHERE c.style = 'slot' AND c.id IN (SELECT work FROM done))
SELECT NULL AS id, c.title AS work, c.title_ja AS work_ja, c.period, c.due, days(asof(), c.due) AS n
FROM c
WHERE c.due BETWEEN asof() AND date_add(asof(), setting('lead'))
  AND NOT EXISTS (SELECT 1 FROM done d WHERE d.work = c.id
      AND d.day BETWEEN period_first(c.period) AND period_last(c.period))
