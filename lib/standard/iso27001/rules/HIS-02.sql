---
code: HIS-02
clause: "10.2"
severity: warning
profile: operating
needs_history: part
title:
  en: "Due date moved after it had passed"
  ja: "期限経過後の延期"
message:
  en: "the due date of {id} was moved from {old} to {new} on {day}, {late} {late:day|days} after it had passed, by {who} (commit {commit_})"
  ja: "{id} の期限は、{old} を {late} 日過ぎた {day} に {who} によって {new} に変更されています（コミット {commit_}）"
help:
  en: "record why and who agreed; next time move the date before it passes"
  ja: "理由と承認者を記録し、次は期限の前に改めてください"
why:
  en: "A date moved after the fact hides that it was missed (clause 10.2)."
  ja: "過ぎた後に動かした期限は、守れなかったことを隠します（箇条10.2）。"
fails: |
  id: CA-0001
  due: 2026-06-10
  ===
  commit: {day: 2026-06-15, by: PER-0003}
  ===
  id: CA-0001
  due: 2026-08-31
passes: |
  id: CA-0001
  due: 2026-06-10
  ===
  commit: {day: 2026-06-08, by: PER-0003}
  ===
  id: CA-0001
  due: 2026-08-31
---
SELECT r.id, 'due' AS field, h.old, h.new, h.day, days(h.old, h.day) AS late, h.author AS who,
    substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_
FROM history h JOIN record r ON r.id = h.id AND r.live AND NOT r.ended
WHERE h.field = 'due' AND h.what = 'changed' AND h.new > h.old AND h.old < h.day
  AND h.seq = (SELECT max(x.seq) FROM history x WHERE x.id = h.id AND x.field = 'due' AND x.what = 'changed')
