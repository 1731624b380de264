---
code: HIS-15
clause: "9.1"
severity: warning
profile: operating
needs_history: true
title:
  en: "Measure eased after measuring"
  ja: "測定後に緩めた基準"
message:
  en: "{what} of {id} went from {old} to {new} on {day} (commit {commit_}, {who}), after {first}"
  ja: "{id} の{what_ja}は、{first_ja}後の {day} に「{old}」から「{new}」に変更されています（コミット {commit_}、{who}）"
help:
  en: "set it back, or let those who answer for it decide: an approved change that names it, or criteria with a new version and approval"
  ja: "元に戻すか、責任者の決定を記録してください（対象を示し承認された変更の記録、又は版を改めて承認したリスク基準）"
why:
  en: "Thresholds and acceptance levels are set before the results are known (clauses 6.1.2 a, 9.1); eased afterwards they say nothing. Targets of objectives are reported by OBJ-10."
  ja: "しきい値及び受容水準は結果を知る前に定めるものです（箇条6.1.2 a、9.1）。後から緩めると意味を失います。目的の目標値はOBJ-10で報告します。"
fails: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: MET-0001
  threshold: 80
passes: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: MET-0001
  threshold: 95
---
SELECT m.id, 'threshold' AS field, 'the threshold' AS what, 'しきい値' AS what_ja, h.old, h.new, h.day,
    author(h.author) AS who, substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_,
    'measurements since ' || (SELECT min(s.date) FROM measurement s WHERE s.metric = m.id) AS first,
    (SELECT min(s.date) FROM measurement s WHERE s.metric = m.id) || ' からの測定' AS first_ja, max(h.seq) AS seq
FROM metric m JOIN history h ON h.id = m.id AND h.field = 'threshold' AND h.what IN ('changed', 'removed')
WHERE m.live AND h.old IS NOT NULL
  -- And it still stands easier than it was.
  AND (m.threshold IS NULL AND h.new IS NULL OR CASE m.direction
    WHEN 'up' THEN h.new + 0 < h.old + 0 AND m.threshold + 0 < h.old + 0
    WHEN 'down' THEN h.new + 0 > h.old + 0 AND m.threshold + 0 > h.old + 0 END)
  AND h.day > (SELECT min(s.date) FROM measurement s WHERE s.metric = m.id)
  AND NOT EXISTS (SELECT 1 FROM link k JOIN change g ON g.id = k.src WHERE k.dst = m.id
    AND g.approved_on > date_add(h.day, '-P1Y'))
GROUP BY m.id
UNION ALL
SELECT c.id, 'acceptance', 'the acceptance level', '受容水準', word('manual.level_' || h.old, h.old),
    word('manual.level_' || h.new, h.new), h.day, author(h.author),
    substr(coalesce(h.written_id, h.commit_id), 1, 7),
    'risks were assessed against it', 'この基準でのリスクアセスメント', max(h.seq)
FROM risk_criteria c JOIN history h ON h.id = c.id AND h.field = 'acceptance' AND h.what = 'changed'
WHERE c.live AND (SELECT l.n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = h.new)
    > (SELECT l.n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = h.old)
  AND (SELECT l.n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = c.acceptance)
    > (SELECT l.n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = h.old)
  AND EXISTS (SELECT 1 FROM risk r WHERE r.assessed_on < h.day)
  AND NOT EXISTS (SELECT 1 FROM history v WHERE v.id = c.id AND v.seq >= h.seq AND v.field = 'approved_on')
GROUP BY c.id
