---
code: OBJ-10
clause: "6.2"
severity: warning
profile: operating
needs_history: part
title:
  en: "Target made easier"
  ja: "目標値の緩和"
message:
  en: "the target of {id} went from {old} to {new} on {day} (commit {commit_}, {who}), after the first measurement on {first}"
  ja: "{id} の目標値は、最初の測定（{first}）後の {day} に {old} から {new} に変更されています（コミット {commit_}、{who}）"
help:
  en: "set the target back, or record the reason in a change or the management review"
  ja: "目標値を戻すか、変更又はマネジメントレビューに理由を記録してください"
why:
  en: "Objectives are updated as appropriate (clause 6.2 f), not bent to the result. An approved change or a management review that names the objective, up to a year before the new target or after it, explains it."
  ja: "目的は適宜更新するものであって（箇条6.2 f）、結果に合わせるものではありません。目標値の変更の前1年以内又は変更後に承認された変更、又は目的に言及するマネジメントレビューがあれば報告しません。"
fails: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: OBJ-0001
  target: 60
passes: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: OBJ-0001
  target: 90
---
SELECT o.id, 'target' AS field, h.old, h.new, max(h.seq) AS seq, h.day, author(h.author) AS who,
    substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_,
    (SELECT min(m.date) FROM reading m WHERE m.id = o.id) AS first
FROM objective o JOIN history h ON h.id = o.id AND h.field = 'target' AND h.what = 'changed'
WHERE h.old IS NOT NULL AND h.new IS NOT NULL
  -- What is closed is looked at for as long as its year is in question.
  AND (o.status IN ('approved', 'active', 'achieved')
    OR o.status = 'closed' AND o.due > date_add(asof(), '-P1Y'))
  -- And it still stands easier than it was.
  AND CASE o.direction WHEN 'up' THEN h.new + 0 < h.old + 0 AND o.target + 0 < h.old + 0
    WHEN 'down' THEN h.new + 0 > h.old + 0 AND o.target + 0 > h.old + 0
    ELSE (SELECT abs(m.value - h.new) < abs(m.value - h.old)
        AND abs(m.value - o.target) < abs(m.value - h.old) FROM reading m
      WHERE m.id = o.id AND m.date <= h.day ORDER BY m.date DESC, m.n DESC LIMIT 1) END
  AND h.day > (SELECT min(m.date) FROM reading m WHERE m.id = o.id)
  AND NOT EXISTS (SELECT 1 FROM link k JOIN change g ON g.id = k.src WHERE k.dst = o.id
    AND g.approved_on > date_add(h.day, '-P1Y'))
  AND NOT EXISTS (SELECT 1 FROM link k JOIN management_review v ON v.id = k.src WHERE k.dst = o.id
    AND v.held_on >= date_add(h.day, '-P1Y') AND v.state_rank >= 1)
GROUP BY o.id
