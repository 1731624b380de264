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
  en: "Clause 6.2 d) asks to monitor objectives; the period was set by the organisation itself. Reported from thirty days after the end of the period. What was measured of a part of the period counts for it."
  ja: "箇条6.2 d) は目的の監視を求めており、周期は組織自身が定めたものです。期間の終了から30日を過ぎると報告します。期間の一部（半期の目的に対する四半期など）の測定も、その期間の測定とみなします。"
fails: |
  id: OBJ-0001
  start: 2025-10-01
  due: 2026-09-30
  measurements: ~
passes: |
  id: OBJ-0001
  start: 2025-10-01
  due: 2026-09-30
  measurements:
    - {period: FY2025-Q2, date: 2026-04-01, value: 50, by: PER-0002}
---
SELECT id, 'measurements' AS field, period, last, days(last, asof()) AS n, person(owner) AS who
FROM unmeasured WHERE days(last, asof()) > setting('measurement_days') + 0
