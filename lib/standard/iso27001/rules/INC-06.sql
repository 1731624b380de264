---
code: INC-06
clause: "A.6.8"
severity: warning
profile: operating
title:
  en: "Incident reported late"
  ja: "インシデント報告の遅れ"
message:
  en: "{id} was detected on {day} and reported on {reported}, {n} {n:day|days} later"
  ja: "{id} は {day} に検知されましたが、報告は {n} 日後の {reported} でした"
help:
  en: "make reporting easier and speak about it in training"
  ja: "報告しやすい仕組みとし、教育で取り上げてください"
why:
  en: "A.6.8 asks to report events in time; the limit is the setting event_report_days."
  ja: "A.6.8は事象の時機を失わない報告を求めています。上限は設定（event_report_days）です。"
fails: |
  id: INC-0001
  reported_on: 2026-02-07
  contained_on: 2026-02-07
  recovered_on: 2026-02-07
passes: |
  id: INC-0001
  reported_on: 2026-02-05
  contained_on: 2026-02-05
  recovered_on: 2026-02-05
---
SELECT id, 'reported_on' AS field, detected_on AS day, reported_on AS reported,
    days(detected_on, reported_on) AS n
FROM incident WHERE days(detected_on, reported_on) > setting('event_report_days') + 0
