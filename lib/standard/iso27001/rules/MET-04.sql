---
code: MET-04
clause: "9.1"
severity: warning
profile: operating
needs_history: part
title:
  en: "Metric changed under the same id"
  ja: "同じ id のままの指標変更"
message:
  en: "{what} of {id} was changed on {day} (commit {commit_}, {who}) while measurements exist since {first}"
  ja: "{id} の{what_ja}は {day} に変更されました（コミット {commit_}、{who}）が、{first} からの測定があります"
help:
  en: "give the new measure a metric of its own and retire this one"
  ja: "新しい指標には新しい id を付け、この項目は終了としてください"
why:
  en: "Clause 9.1 b) asks for comparable and reproducible results; a row of numbers with two meanings is neither."
  ja: "箇条9.1 b) は比較可能で再現可能な結果を求めています。途中で意味の変わる数字の列は比較できません。"
fails: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: MET-0001
  method: Report of the new tool
passes: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: MET-0001
  analysed_when: in the first week after the quarter
---
SELECT m.id, h.field, h.day, author(h.author) AS who, substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_, CASE h.field WHEN 'unit' THEN 'the unit' ELSE 'the method' END AS what,
    CASE h.field WHEN 'unit' THEN '単位' ELSE '測定方法' END AS what_ja,
    (SELECT min(s.date) FROM measurement s WHERE s.metric = m.id) AS first
FROM metric m JOIN history h ON h.id = m.id AND h.what = 'changed' AND h.field IN ('unit', 'method')
WHERE m.live AND h.old IS NOT NULL AND h.day > (SELECT min(s.date) FROM measurement s WHERE s.metric = m.id)
  AND h.seq = (SELECT max(x.seq) FROM history x WHERE x.id = m.id AND x.field = h.field)
