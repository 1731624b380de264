---
code: HIS-12
clause: "7.5.2"
severity: error
profile: operating
needs_history: part
title:
  en: "Another record under the same id"
  ja: "同じ id の別の記録への置き換え"
message:
  en: "{id} became another record on {day} (commit {commit_}, {who}): {field_} was {old}, is {new}{title_}"
  ja: "{id} は {day} に別の記録になっています（コミット {commit_}、{who}）: {field_} が「{old}」から「{new}」に{title_ja}変更"
help:
  en: "bring the old record back and give the new one the next free id; ismsc new finds it"
  ja: "元の記録を戻し、新しい記録には次の空き番号を付けてください。ismsc new が番号を示します"
why:
  en: "An id names one record for good; what was said of the old one would now be said of the new (clause 7.5.2). A record that went and came back as another is reported by GEN-03, a deleted one by GEN-17."
  ja: "id は一つの記録を永続的に示します。置き換えると、以前の記録についての記述が新しい記録のものになってしまいます（箇条7.5.2）。削除後の再利用はGEN-03、削除はGEN-17で報告します。"
fails: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: COM-0001
  title: Talks with the police
  created: 2026-05-08
  topic: Threats
passes: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: COM-0001
  title: Security news to all staff
  topic: New rules, threats and incidents
---
SELECT h.id, h.field, h.field AS field_, h.old, h.new, max(h.seq) AS seq, h.day, author(h.author) AS who,
    substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_,
    coalesce('; its title was ' || t.old || ', is ' || r.title, '') AS title_,
    coalesce('、表題が「' || t.old || '」から「' || r.title || '」に', '') AS title_ja
FROM history h JOIN record r ON r.id = h.id
LEFT JOIN history t ON h.field = 'created' AND t.id = h.id AND t.field = 'title' AND t.what = 'changed'
  AND t.seq = (SELECT min(x.seq) FROM history x WHERE x.id = h.id AND x.field = 'title' AND x.what = 'changed')
WHERE h.what = 'changed' AND h.old IS NOT NULL
  AND (h.field = 'kind' OR (h.field = 'created' AND same_words(t.old, r.title) < 0.5))
  AND NOT EXISTS (SELECT 1 FROM history b WHERE b.id = h.id AND b.seq = h.seq AND b.what = 'added')
GROUP BY h.id
