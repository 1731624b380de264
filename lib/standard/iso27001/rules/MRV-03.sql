---
code: MRV-03
clause: "9.3.1"
severity: error
profile: starter
title:
  en: "Management review without top management"
  ja: "トップマネジメント不在のレビュー"
message:
  en: "top management, {who}, neither chairs nor attends {id}"
  ja: "{id} にトップマネジメント（{who}）が議長としても出席者としても記録されていません"
help:
  en: "hold the review with top management, and record it among chair or attendees"
  ja: "トップマネジメントの出席のもとでレビューを行い、議長又は出席者に記録してください"
why:
  en: "Clause 9.3.1 gives the review to top management; it cannot be delegated away."
  ja: "箇条9.3.1はトップマネジメントがレビューすることを求めています。任せきりにはできません。"
fails: |
  id: MRV-0001
  chair: PER-0002
  attendees: [PER-0002, PER-0003]
passes: |
  id: MRV-0001
  chair: PER-0002
  attendees: [PER-0001, PER-0002]
---
SELECT id, 'chair' AS field, person(top()) AS who
FROM management_review
WHERE state_rank >= 1 AND top() IS NOT NULL AND chair IS NOT top()
  AND NOT has(coalesce(attendees, ''), top())
