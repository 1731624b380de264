---
code: ORG-02
clause: "4.3"
severity: error
profile: starter
title:
  en: "Scope incomplete"
  ja: "適用範囲の記載不足"
message:
  en: "{id} has no {what} recorded"
  ja: "{id} に{what_ja}が記録されていません"
help:
  en: "describe the scope with its sites, departments and interfaces, and give a reason for each part left out"
  ja: "適用範囲を事業所、部門及びインタフェースとともに示し、範囲外とした部分には理由を記録してください"
why:
  en: "Clause 4.3 asks to fix the boundary from issues, requirements and the interfaces with others. Stands in for GEN-06 on these fields."
  ja: "箇条4.3は、課題、要求事項及び他者とのインタフェースを考慮して境界を定めることを求めています。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: ORG-0001
  interfaces: ~
passes: |
  id: ORG-0001
  interfaces:
    - {with: Cloud provider, what: Virtual machines}
---
SELECT o.id, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM organisation o, (VALUES ('scope_text', 'scope', '適用範囲の記述'),
    ('sites', 'site', '事業所'), ('departments', 'department', '部門'),
    ('interfaces', 'interface or dependency', 'インタフェース及び依存関係')) w
WHERE o.live AND CASE w.column1 WHEN 'scope_text' THEN blank(o.scope_text)
    WHEN 'sites' THEN coalesce(o.sites, 0) = 0
    WHEN 'departments' THEN coalesce(o.departments, 0) = 0
    ELSE coalesce(o.interfaces, 0) = 0 END
UNION ALL
SELECT o.id, 'exclusions[' || x.n || '].reason',
    'reason for leaving out ' || coalesce(told(o.id, 'exclusions[' || x.n || '].what'), '—'),
    '「' || coalesce(told(o.id, 'exclusions[' || x.n || '].what'), '—') || '」を範囲外とする理由'
FROM organisation o JOIN organisation_exclusions x ON x.id = o.id
WHERE o.live AND blank(x.reason)
