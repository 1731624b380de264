---
code: GEN-07
clause: "7.5.2"
severity: warning
profile: operating
title:
  en: "Placeholder in an approved record"
  ja: "承認済みの記録に仮の語"
message:
  en: "{id} is {status}, and its text still holds \"{word}\""
  ja: "{id} は状態が「{status}」ですが、本文に「{word}」が残っています"
help:
  en: "write the text out, or set the record back to draft"
  ja: "本文を書き上げるか、作成中に戻してください"
why:
  en: "What is approved is finished (clause 7.5.2)."
  ja: "承認されたものは完成しているはずです（箇条7.5.2）。"
fails: |
  id: DOC-0001
  body: |
    We protect information. The rule on visitors: TBD.
passes: |
  id: DOC-0001
  body: |
    We protect information. Visitors are accompanied.
---
WITH t AS (SELECT id, status, body FROM document UNION ALL
    SELECT id, status, body FROM continuity_plan UNION ALL
    SELECT id, status, body FROM organisation UNION ALL
    SELECT id, status, body FROM risk_criteria UNION ALL
    SELECT id, status, body FROM statement_of_applicability UNION ALL
    SELECT id, status, body FROM objective UNION ALL
    SELECT id, status, body FROM training_programme UNION ALL
    SELECT id, status, body FROM training_session UNION ALL
    SELECT id, status, body FROM exercise UNION ALL
    SELECT id, status, body FROM audit_programme UNION ALL
    SELECT id, status, body FROM audit UNION ALL
    SELECT id, status, body FROM audit_finding UNION ALL
    SELECT id, status, body FROM management_review UNION ALL
    SELECT id, status, body FROM nonconformity UNION ALL
    SELECT id, status, body FROM corrective_action UNION ALL
    SELECT id, status, body FROM incident UNION ALL
    SELECT id, status, body FROM risk UNION ALL
    SELECT id, status, body FROM risk_treatment UNION ALL
    SELECT id, status, body FROM change
    -- The limit keeps what follows from being prepared for each kind.
    LIMIT -1)
SELECT t.id, 'body' AS field, t.status, found(setting('placeholder_words'), t.body) AS word,
    found(setting('placeholder_words'), t.body) AS quote
FROM t
WHERE t.status IN ('approved', 'in_force', 'closed')
  AND regexp(setting('placeholder_words'), coalesce(t.body, ''))
