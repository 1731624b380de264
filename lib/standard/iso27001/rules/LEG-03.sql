---
code: LEG-03
clause: "10.2"
severity: error
profile: operating
title:
  en: "Requirement not met and nothing opened"
  ja: "満たしていない要求事項に対する不適合の記録なし"
message:
  en: "{id} {name} is not met since {day}, and no nonconformity is recorded"
  ja: "{id}「{name}」は満たされていません（{day} 確認）が、不適合が記録されていません"
help:
  en: "open a nonconformity and name it in ncr"
  ja: "不適合を起票し、ncr に示してください"
why:
  en: "A legal requirement not met is a nonconformity (clause 10.2)."
  ja: "満たしていない法令要求は不適合です（箇条10.2）。"
fails: |
  id: LEG-0001
  result: not_met
passes: |
  id: LEG-0001
  result: not_met
  ncr: NCR-0001
---
SELECT l.id, 'result' AS field, title(l.id) AS name, l.checked_on AS day FROM legal_requirement l
WHERE l.live AND l.result = 'not_met' AND l.ncr IS NULL
  AND NOT EXISTS (SELECT 1 FROM link x WHERE x.dst = l.id AND x.src_kind = 'nonconformity')
