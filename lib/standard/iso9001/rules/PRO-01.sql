---
code: PRO-01
clause: "7.5"
severity: warning
profile: operating
title:
  en: "Procedure approved by its author"
  ja: "作成者による承認"
message:
  en: "{id} was prepared and approved by {who}"
  ja: "{id} は {who} が作成し、自ら承認しています"
help:
  en: "have somebody else approve it"
  ja: "別の人の承認を受けてください"
why:
  en: "Who wrote a text no longer sees its gaps."
  ja: "書いた本人には抜けが見えません。"
fails: |
  id: PRO-0002
  approved_by: PER-0002
passes: |
  id: PRO-0002
  approved_by: PER-0001
---
SELECT id, 'approved_by' AS field, person(approved_by) AS who FROM procedure
WHERE live AND prepared_by = approved_by
