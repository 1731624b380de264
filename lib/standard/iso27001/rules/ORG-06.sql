---
code: ORG-06
clause: "4.3"
severity: warning
profile: operating
title:
  en: "Place outside the scope"
  ja: "適用範囲にない場所・部門"
message:
  en: "{id} names {what} \"{value}\", which is not in the scope of {org}"
  ja: "{id} の{what_ja}「{value}」は {org} の適用範囲にありません"
help:
  en: "use an id or name of the lists in {org}, or add it there"
  ja: "{org} の一覧にある識別子又は名称を用いるか、一覧に追加してください"
why:
  en: "What lies outside the lists is not in the scope and not on the certificate (clause 4.3)."
  ja: "一覧にないものは適用範囲に含まれず、登録証の対象にもなりません（箇条4.3）。"
fails: |
  id: AST-0002
  location: Osaka branch
passes: |
  id: AST-0002
  location: Head office
---
WITH use(id, field, value, what, what_ja) AS (
    SELECT id, 'location', location, 'location', '所在' FROM asset WHERE live
    UNION ALL SELECT id, 'department', department, 'department', '部門' FROM person
      WHERE live AND left IS NULL
    UNION ALL SELECT id, 'department', department, 'department', '部門' FROM nonconformity WHERE NOT ended
    UNION ALL SELECT id, 'department', department, 'department', '部門' FROM audit_finding WHERE NOT ended
    UNION ALL SELECT a.id, 'departments[' || d.n || ']', d.value, 'department', '部門'
      FROM audit a JOIN audit_departments d ON d.id = a.id WHERE a.audit_type = 'internal' AND NOT a.ended
    UNION ALL SELECT a.id, 'sites[' || d.n || ']', d.value, 'site', '事業所'
      FROM audit a JOIN audit_sites d ON d.id = a.id WHERE a.audit_type = 'internal' AND NOT a.ended)
SELECT use.id, use.field, use.value, use.what, use.what_ja, o.id AS org,
    o.id AS also_id, CASE WHEN use.what = 'department' THEN 'departments' ELSE 'sites' END AS also_field
FROM use, (SELECT id FROM organisation WHERE live ORDER BY id LIMIT 1) o
WHERE NOT blank(use.value) AND use.value <> 'all'
  AND CASE WHEN use.what = 'department'
    THEN EXISTS (SELECT 1 FROM organisation_departments) AND NOT EXISTS (SELECT 1
      FROM organisation_departments d WHERE lower(use.value) IN (lower(d.own_id), lower(d.name)))
    ELSE EXISTS (SELECT 1 FROM organisation_sites) AND NOT EXISTS (SELECT 1
      FROM organisation_sites s WHERE lower(use.value) IN (lower(s.own_id), lower(s.name))) END
