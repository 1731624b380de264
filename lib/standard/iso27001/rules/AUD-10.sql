---
code: AUD-10
clause: "9.2.2"
severity: warning
profile: operating
title:
  en: "Audit that saw nothing in particular"
  ja: "形骸化が疑われる監査"
message:
  en: "all {n} items of {id} conform and name the same sample: \"{sample}\""
  ja: "{id} の {n} 項目は全て適合で、サンプルも全て同じ「{sample}」です"
help:
  en: "record what was looked at for each item"
  ja: "項目ごとに確認したものを記録してください"
why:
  en: "A checklist filled in alike shows no audit. The finding says only that the recorded samples do not differ."
  ja: "同じ内容で埋められたチェックリストは監査の証拠になりません。この指摘は、記録されたサンプルに違いがないことだけを述べています。"
fails: |
  id: AUD-0002
  results:
    - {item: A.6.1, conform: "yes", sample: documents}
    - {item: A.6.2, conform: "yes", sample: documents}
    - {item: A.6.3, conform: "yes", sample: documents}
passes: |
  id: AUD-0002
  results:
    - {item: A.6.1, conform: "yes", sample: two contracts}
    - {item: A.6.2, conform: "yes", sample: form 12}
    - {item: A.6.3, conform: "yes", sample: test of May}
---
SELECT a.id, 'results' AS field, count(*) AS n, min(r.sample) AS sample
FROM audit a JOIN audit_results r ON r.id = a.id
WHERE a.audit_type = 'internal' AND a.state_rank >= 2
GROUP BY a.id
HAVING count(*) >= 0 + setting('same_sample') AND sum(r.conform <> 'yes') = 0 AND count(DISTINCT r.sample) = 1
