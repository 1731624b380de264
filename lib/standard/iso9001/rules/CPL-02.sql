---
code: CPL-02
clause: "8.7"
severity: error
profile: operating
title:
  en: "Complaint closed without cause"
  ja: "原因のないまま完了した苦情"
message:
  en: "{id} is closed, and its cause is not recorded"
  ja: "{id} は完了していますが、原因が記録されていません"
help:
  en: "record the cause in a sentence"
  ja: "原因を文章で記録してください"
why:
  en: "Without a cause the next customer finds the same."
  ja: "原因が分からなければ、次の顧客にも同じことが起こります。"
fails: |
  id: CPL-0002
  cause: careless
passes: |
  id: CPL-0002
  cause: The label printer used the old article number.
---
SELECT id, CASE WHEN cause IS NULL THEN 'status' ELSE 'cause' END AS field FROM complaint
WHERE status = 'closed' AND justified = 1 AND length(coalesce(cause, '')) < setting('reason_length') + 0
