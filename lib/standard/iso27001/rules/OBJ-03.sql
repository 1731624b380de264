---
code: OBJ-03
clause: "6.2"
severity: error
profile: starter
title:
  en: "Objective not measured"
  ja: "目的の測定なし"
message:
  en: "{id} has no measurement for {period}, which ended on {last}, {n} {n:day|days} ago; owner {who}"
  ja: "{id} に、{last}（{n} 日前）に終わった {period} の測定が記録されていません。担当: {who}"
help:
  en: "measure and record the value of {period}"
  ja: "{period} の値を測定し、記録してください"
why:
  en: "Clause 6.2 d) asks to monitor objectives; the period was set by the organisation itself. Reported from thirty days after the end of the period."
  ja: "箇条6.2 d) は目的の監視を求めており、周期は組織自身が定めたものです。期間の終了から30日を過ぎると報告します。"
fails: |
  id: OBJ-0001
  start: 2025-10-01
  due: 2026-09-30
  measurements: ~
passes: |
  id: OBJ-0001
  start: 2025-10-01
  due: 2026-09-30
---
SELECT o.id, 'measurements' AS field, p.name AS period, p.last, days(p.last, asof()) AS n,
    person(o.owner) AS who
FROM objective o JOIN period_list p ON p.unit = o.period
    AND p.first >= o.start AND p.last <= o.due
WHERE o.status IN ('approved', 'active') AND days(p.last, asof()) > setting('measurement_days') + 0
  AND NOT EXISTS (SELECT 1 FROM reading r WHERE r.id = o.id AND r.period = p.name)
