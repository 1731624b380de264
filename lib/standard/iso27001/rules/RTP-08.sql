---
code: RTP-08
clause: "6.1.3"
severity: warning
profile: operating
title:
  en: "Shared without partner, avoided without an end"
  ja: "共有先のない共有、終了のない回避"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "name supplier or contract of a shared risk; end the asset of an avoided one"
  ja: "共有なら供給者又は契約を示し、回避なら対象の資産を廃止してください"
why:
  en: "A risk is shared with somebody, and avoided by ending what brings it (clause 6.1.3 a)."
  ja: "リスクの共有には相手が、回避には原因となる活動の終了が必要です（箇条6.1.3 a）。"
fails: |
  id: RTP-0002
  option: share
passes: |
  id: RTP-0002
  option: share
  supplier: SUP-0001
---
SELECT id, 'option' AS field, NULL AS also_id, NULL AS also_field,
    'shares a risk and names no supplier or contract' AS what,
    'はリスクを共有しますが、供給者又は契約が示されていません' AS what_ja
FROM risk_treatment WHERE option = 'share' AND blank(supplier) AND status <> 'cancelled'
UNION ALL
SELECT t.id, 'option', min(a.id), 'status', 'avoids a risk and is ' || label_of('risk_treatment', 'status', t.status) || ', while still in use: '
      || group_concat(label(a.id), ', '),
    'はリスクを回避し状態は「' || label_of('risk_treatment', 'status', t.status) || '」ですが、使用されたままの資産があります: '
      || group_concat(label(a.id), '、')
FROM risk_treatment t JOIN asset a ON a.live AND a.id IN (SELECT y.value
    FROM risk_treatment_risks x JOIN risk_assets y ON y.id = x.value WHERE x.id = t.id)
WHERE t.option = 'avoid' AND t.status IN ('done', 'verified')
GROUP BY t.id
