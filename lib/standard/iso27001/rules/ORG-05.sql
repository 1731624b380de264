---
code: ORG-05
clause: "5.1"
severity: error
profile: starter
title:
  en: "No top management"
  ja: "トップマネジメント不在"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "name the person who directs the organisation at the top of the scope"
  ja: "適用範囲の組織を最高位で指揮する人を記録してください"
why:
  en: "Clause 5.1 gives duties to top management that somebody has to carry. Stands in for GEN-06 on this field."
  ja: "箇条5.1はトップマネジメントに責務を課しており、担う人が必要です。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: ORG-0001
  top_management: ~
passes: |
  id: ORG-0001
  top_management: PER-0001
---
SELECT o.id, 'top_management' AS field, 'has no top management recorded' AS what,
    'にトップマネジメントが記録されていません' AS what_ja
FROM organisation o WHERE o.live AND o.top_management IS NULL
UNION ALL
SELECT o.id, 'top_management', 'names ' || person(p.id) || ', who left on ' || coalesce(p.left, '—'),
    'のトップマネジメント ' || person(p.id) || 'は ' || coalesce(p.left, '—') || ' に退職しています'
FROM organisation o JOIN person p ON p.id = o.top_management
WHERE o.live AND (p.left < asof() OR p.status = 'retired')
