---
code: GEN-03
clause: "7.5.2"
severity: error
profile: operating
waivable: false
needs_history: part
title:
  en: "Id given to another record"
  ja: "別の記録への id の再利用"
message:
  en: "{id} was {was} until {gone}, and returned on {day} ({who}, commit {commit_}) as another record: {field_} was {old}"
  ja: "{id} は {gone} まで「{was}」でしたが、{day} に別の記録（{who}、コミット {commit_}）として再び使われています（{field_} は {old} でした）"
help:
  en: "give the new record the next free id; ismsc new finds it"
  ja: "新しい記録には次の空き番号を付けてください。ismsc new が番号を示します"
why:
  en: "An id names one record for good; links, minutes and evidence that speak of the old one would now mean the new one (clause 7.5.2)."
  ja: "id は一つの記録を永続的に示します。再利用すると、以前の記録を指すリンク、議事録及び証拠が別のものを意味してしまいます（箇条7.5.2）。"
fails: |
  commit: {day: 2026-06-10, by: PER-0003}
  ===
  remove: [COM-0001]
  ===
  commit: {day: 2026-06-12, by: PER-0003}
  ===
  kind: communication
  id: COM-0001
  title: Talks with the police
  created: 2026-06-12
  topic: Threats
  when: yearly
  with: police
  by: PER-0002
  how: visit
passes: |
  commit: {day: 2026-06-12, by: PER-0003}
  ===
  kind: communication
  id: COM-0002
  title: Talks with the police
  created: 2026-06-12
  topic: Threats
  when: yearly
  with: police
  by: PER-0002
  how: visit
---
SELECT c.id, c.field, c.field AS field_, c.old, b.day, author(b.author) AS who,
    substr(coalesce(b.written_id, b.commit_id), 1, 7) AS commit_,
    (SELECT g.day FROM history g WHERE g.id = b.id AND g.what = 'gone' AND g.seq < b.seq
      ORDER BY g.seq DESC LIMIT 1) AS gone,
    coalesce((SELECT t.old FROM history t WHERE t.id = b.id AND t.seq = b.seq
      AND t.field = 'title'), r.title) AS was
FROM history b JOIN history c ON c.id = b.id AND c.seq = b.seq AND c.what = 'changed'
    AND c.field IN ('kind', 'created')
JOIN record r ON r.id = b.id
WHERE b.what = 'added'
  AND EXISTS (SELECT 1 FROM history g WHERE g.id = b.id AND g.what = 'gone' AND g.seq < b.seq)
GROUP BY c.id
UNION ALL
-- The record that had it lives on under another id.
SELECT r.id, 'id', 'id', n.new, b.day, author(b.author),
    substr(coalesce(b.written_id, b.commit_id), 1, 7), n.day, o.title
FROM history n JOIN record r ON r.id = n.old
JOIN history b ON b.id = r.id AND b.what = 'added' AND b.seq > n.seq
LEFT JOIN record o ON o.id = n.new
WHERE n.what = 'renamed' GROUP BY r.id
