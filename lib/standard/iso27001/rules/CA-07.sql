---
code: CA-07
clause: "10.2"
severity: warning
profile: operating
title:
  en: "Cause that explains nothing"
  ja: "根本原因の分析不足"
message:
  en: "the root cause of {id} {what}"
  ja: "{id} の根本原因は{what_ja}"
help:
  en: "ask why until the answer is something the organisation can change: a rule, a tool, a check, a load of work"
  ja: "規則、道具、点検、業務量など、組織が変えられるものに行き着くまで「なぜ」を繰り返してください"
why:
  en: "Clause 10.2 b) asks for the causes. A repeated description, or the word that somebody was careless, leaves nothing to remove."
  ja: "箇条10.2 b) は原因を明らかにすることを求めています。事象の言い換えや「不注意」では、取り除くべき原因が残りません。"
fails: |
  id: CA-0001
  root_cause: A human error of the administrator
passes: |
  id: CA-0001
  root_cause: "A human error, because the tool shows test and production alike"
---
SELECT c.id, 'root_cause' AS field, n.id AS also_id, 'description' AS also_field,
    CASE WHEN same_words(c.root_cause, n.description) >= setting('cause_alike') + 0
        THEN 'says nothing but the description of ' || n.id
        ELSE 'blames a person and does not say why it could happen' END AS what,
    CASE WHEN same_words(c.root_cause, n.description) >= setting('cause_alike') + 0
        THEN n.id || ' の不適合の内容を繰り返しているだけです'
        ELSE '人の責任とするだけで、なぜ起こり得たのかを述べていません' END AS what_ja
FROM corrective_action c JOIN nonconformity n ON n.id = c.ncr
WHERE c.status <> 'cancelled'
  AND (same_words(c.root_cause, n.description) >= setting('cause_alike') + 0
    OR (regexp('(?i)' || setting('blames_person'), c.root_cause)
      AND NOT regexp('(?i)' || setting('cause_words'), c.root_cause)))
