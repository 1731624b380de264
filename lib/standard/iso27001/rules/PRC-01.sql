---
code: PRC-01
clause: "4.4"
severity: warning
profile: operating
title:
  en: "Process without owner or supplier"
  ja: "担当・委託先のないプロセス"
message:
  en: "{id} {name} {what}"
  ja: "{id}「{name}」{what_ja}"
help:
  en: "name the owner, and the supplier of outsourced work"
  ja: "担当と、外部委託先を記録してください"
why:
  en: "Processes of the ISMS are run by somebody; outsourced ones are controlled through the supplier (clauses 4.4, 8.1). Stands in for GEN-06 on the owner."
  ja: "ISMSのプロセスには担う人があり、外部委託したものは供給者を通じて管理します（箇条4.4、8.1）。担当についてはGEN-06に代わって報告します。"
fails: |
  id: PRC-0001
  owner: ~
passes: |
  id: PRC-0001
  owner: PER-0003
---
SELECT id, 'owner' AS field, title(id) AS name, 'has no owner recorded' AS what,
    'に担当が記録されていません' AS what_ja
FROM process WHERE live AND owner IS NULL
UNION ALL
SELECT id, 'outsourced', title(id), 'is outsourced and names no supplier',
    'は外部委託されていますが、委託先が示されていません'
FROM process WHERE live AND outsourced = 1 AND blank(outsourced_to)
