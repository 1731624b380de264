---
code: MET-02
clause: "9.1"
severity: error
profile: operating
title:
  en: "Measurement missing"
  ja: "測定記録の欠落"
message:
  en: "{id} has no measurement for {period}, which ended on {last}, {n} {n:day|days} ago; owner {who}"
  ja: "{id} に、{last}（{n} 日前）に終わった {period} の測定が記録されていません。担当: {who}"
help:
  en: "measure and record it"
  ja: "測定し、記録してください"
why:
  en: "Clause 9.1 asks to keep the results of monitoring; a gap in the row shows in the first graph. A month of grace makes it a warning."
  ja: "箇条9.1は監視及び測定の結果の保持を求めています。1か月の猶予の間は警告とします。"
fails: |
  remove: [MSR-0002]
passes: |
  asof: 2026-06-30
---
SELECT m.id, 'frequency' AS field, p.name AS period, p.last, days(p.last, asof()) AS n,
    person(m.owner) AS who,
    CASE WHEN asof() <= date_add(p.last, setting('yearly_grace')) THEN 'warning'
        ELSE 'error' END AS level
FROM metric m JOIN period_list p ON p.unit = m.frequency AND p.first >= m.created
WHERE m.live AND p.last < asof()
  AND NOT EXISTS (SELECT 1 FROM measurement s WHERE s.metric = m.id AND s.period = p.name)
