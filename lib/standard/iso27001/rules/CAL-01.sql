---
code: CAL-01
clause: "8.1"
severity: warning
profile: certified
title:
  en: "Yearly work out of order"
  ja: "年間作業の順序の逆転"
message:
  en: "in {period}, {work} was finished on {day}, before {before} began on {began}"
  ja: "{period} の{work_ja}は {day} に終わっていますが、{before_ja}はその後の {began} に始まっています"
help:
  en: "next year, do {before} first"
  ja: "来年度は{before_ja}を先に行ってください"
why:
  en: "Each work of the ISMS year builds on another: risks on assets, the Statement of Applicability on risks, audits on both. Management review before the audit is reported by MRV-07."
  ja: "ISMS年度の作業は積み重ねです。リスクは資産に、適用宣言書はリスクに、監査はその両方に基づきます。監査前のマネジメントレビューはMRV-07で報告します。"
fails: |
  id: AST-0001
  reviewed: 2026-01-20
  ===
  id: AST-0002
  reviewed: 2026-01-20
  ===
  id: RSK-0001
  reviewed: 2025-12-10
passes: |
  id: AST-0002
  reviewed: 2026-01-20
---
WITH done(work, day) AS (
    SELECT 'context_review', reviewed FROM issue UNION ALL SELECT 'context_review', reviewed FROM interested_party
    UNION ALL SELECT 'scope_review', coalesce(reviewed, approved_on) FROM organisation WHERE live
    UNION ALL SELECT 'asset_check', reviewed FROM asset
    UNION ALL SELECT 'risk_assessment', assessed_on FROM risk
    UNION ALL SELECT 'treatment_plan', approved_on FROM statement_of_applicability WHERE live
    UNION ALL SELECT 'training', held_on FROM training_session WHERE state_rank >= 1
    UNION ALL SELECT 'internal_audit', held_on FROM audit WHERE audit_type = 'internal' AND state_rank >= 1),
  span AS (SELECT d.work, p.name AS period, min(d.day) AS began, max(d.day) AS ended
    FROM done d JOIN period_list p ON p.unit = 'year' AND d.day BETWEEN p.first AND p.last
    WHERE p.name IN (period(asof()), period(date_add(asof(), '-P1Y')))
    GROUP BY d.work, p.name)
SELECT NULL AS id, a.period, a.ended AS day, b.began, c.title AS work, c.title_ja AS work_ja,
    e.title AS before, e.title_ja AS before_ja
FROM calendar c JOIN span a ON a.work = c.id
JOIN calendar e ON has(c.after, e.id)
JOIN span b ON b.work = e.id AND b.period = a.period
WHERE a.ended < b.began
