---
code: MRV-04
clause: "9.3.3"
severity: error
profile: starter
title:
  en: "Management review without decisions"
  ja: "決定のないレビュー"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "record what was decided; a review without need of action says so with its reason, once"
  ja: "決定事項を記録してください。処置が不要な場合は理由とともに「なし」と記録できますが、続けては認められません"
why:
  en: "Clause 9.3.3 asks for decisions on improvement and on changes. Two reviews running that decide nothing do not steer anything. Stands in for GEN-06 on the decisions."
  ja: "箇条9.3.3は改善の機会と変更の必要性に関する決定を求めています。2回続けて何も決めないレビューは運営になっていません。決定事項についてはGEN-06に代わって報告します。"
fails: |
  id: MRV-0001
  decisions: ~
passes: |
  id: MRV-0001
  decisions:
    - {text: Nothing to change since all is new, type: none}
---
SELECT id, 'decisions' AS field, 'records no decision' AS what,
    'に決定事項が記録されていません' AS what_ja
FROM management_review WHERE state_rank >= 1 AND coalesce(decisions, 0) = 0
UNION ALL
SELECT m.id, 'decisions', 'decides nothing, as ' || e.id || ' before it',
    'は ' || e.id || ' に続けて「決定なし」です'
FROM management_review m JOIN management_review e
    ON e.held_on = (SELECT max(held_on) FROM management_review WHERE held_on < m.held_on)
WHERE m.state_rank >= 1 AND m.decisions > 0 AND e.decisions > 0
  AND NOT EXISTS (SELECT 1 FROM management_review_decisions d
      WHERE d.id IN (m.id, e.id) AND d.type <> 'none')
