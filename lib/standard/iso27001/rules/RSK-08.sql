---
code: RSK-08
clause: "6.1.3"
severity: error
profile: starter
title:
  en: "Risk not accepted by its owner"
  ja: "リスク所有者による受容なし"
message:
  en: "{id} is in the state accepted, and {what}; risk owner {who}"
  ja: "{id} は受容済みとされていますが、{what_ja}。リスク所有者: {who}"
help:
  en: "let the risk owner accept what remains and record acceptance with by, on and reason"
  ja: "リスク所有者が残留リスクを受容し、acceptance に受容した人、日付及び理由を記録してください"
why:
  en: "Clause 6.1.3 f) asks for the acceptance of the residual risks by their owners. An acceptance that is older than the assessment is one of other values and is told as a warning. Stands in for GEN-06 on the acceptance."
  ja: "箇条6.1.3 f) は残留リスクの受容についてリスク所有者の承認を求めています。評価より前の受容は以前の値に対するものであるため、警告とします。受容についてはGEN-06に代わって報告します。"
fails: |
  id: RSK-0001
  owner: PER-0004
  ===
  id: RTP-0001
  approved_by: PER-0004
passes: |
  id: RSK-0001
  owner: PER-0003
---
SELECT id, CASE WHEN acceptance_by IS NULL AND acceptance_on IS NULL THEN 'acceptance'
      WHEN acceptance_by IS NULL OR acceptance_by IS NOT owner THEN 'acceptance.by'
      ELSE 'acceptance.on' END AS field,
    CASE WHEN acceptance_by IS NULL THEN 'no acceptance is recorded'
      WHEN acceptance_by IS NOT owner THEN 'was accepted by ' || person(acceptance_by)
      ELSE 'the acceptance has no date' END AS what,
    CASE WHEN acceptance_by IS NULL THEN '受容が記録されていません'
      WHEN acceptance_by IS NOT owner THEN '受容したのは ' || person(acceptance_by) || 'です'
      ELSE '受容日が記録されていません' END AS what_ja,
    person(owner) AS who, 'error' AS level
FROM risk
WHERE status = 'accepted' AND owner IS NOT NULL
  AND (acceptance_by IS NOT owner OR acceptance_on IS NULL)
UNION ALL
SELECT id, 'acceptance.on', 'was accepted on ' || acceptance_on || ', before it was assessed on ' || assessed_on,
    '受容日 ' || acceptance_on || ' は評価日 ' || assessed_on || ' より前です', person(owner), 'warning'
FROM risk
WHERE status = 'accepted' AND owner = acceptance_by AND acceptance_on < assessed_on
