---
code: CTL-13
clause: "6.1.3"
severity: warning
profile: operating
title:
  en: "Exclusion contradicts the records"
  ja: "記録と矛盾する適用除外"
message:
  en: "{id} {name} is not applicable, although {what}"
  ja: "{id}「{name}」は適用除外としていますが、{what_ja}"
help:
  en: "make the control applicable, or correct the record"
  ja: "管理策を適用とするか、記録を正してください"
why:
  en: "An exclusion stands only when the organisation has nothing of the kind (clause 6.1.3 c). Gives way to CTL-06, which names the records that use the control."
  ja: "適用除外は、対象となるものを組織が持たない場合にのみ成り立ちます（箇条6.1.3 c）。その管理策を使用する記録があるときは、CTL-06の指摘だけを示します。"
fails: |
  id: A.7.2
  applicable: false
  justification: We have no rooms of our own at all
passes: |
  id: A.7.2
  applicable: true
---
WITH fact(pattern, also_id, what, what_ja) AS (
    SELECT '^A\.7\.[1-8]$', o.id, 'site ' || s.name || ' is an office', '事業所「' || s.name || '」はオフィスです'
    FROM organisation o JOIN organisation_sites s ON s.id = o.id AND s.type = 'office' WHERE o.live
    UNION ALL SELECT '^A\.5\.(19|20|21|22)$', id, label(id) || ' is an active supplier',
      '供給者 ' || label(id) || 'と取引しています' FROM supplier WHERE status = 'active'
    UNION ALL SELECT '^A\.5\.23$', id, label(id) || ' is a cloud supplier',
      label(id) || 'はクラウドの供給者です' FROM supplier
      WHERE status = 'active' AND supplier_type = 'cloud'
    UNION ALL SELECT '^A\.5\.34$', id, label(id) || ' holds personal data',
      label(id) || 'は個人情報を含みます' FROM asset WHERE live AND pii = 1
    UNION ALL SELECT '^A\.5\.34$', id, label(id) || ' handles personal data',
      label(id) || 'は個人情報を取り扱います' FROM supplier WHERE status = 'active' AND pii = 1
    UNION ALL SELECT '^A\.8\.(4|25|26|27|28|29|31|33)$', id, label(id) || ' is source code',
      label(id) || 'はソースコードです' FROM asset WHERE live AND source_code = 1
    UNION ALL SELECT '^A\.8\.30$', id, label(id) || ' develops software for us',
      label(id) || 'にソフトウェア開発を委託しています' FROM supplier
      WHERE EXISTS (SELECT 1 FROM control WHERE live AND applicable = 0 AND id = 'A.8.30')
        AND status = 'active' AND (develops = 1 OR (supplier_type = 'outsourcing'
        AND regexp('(?i)' || setting('development_words'), coalesce(service, ''))))
    UNION ALL SELECT '^A\.6\.7$', id, label(id) || ' speaks of remote work',
      label(id) || 'はリモートワークに触れています' FROM document
      WHERE EXISTS (SELECT 1 FROM control WHERE live AND applicable = 0 AND id = 'A.6.7')
        AND status = 'in_force' AND regexp('(?i)' || setting('remote_words'), coalesce(body, ''))
    UNION ALL SELECT '^A\.6\.[1-6]$', id, 'people work here (' || id || ')', '要員がいます（' || id || '）'
      FROM person WHERE live)
SELECT k.id, 'applicable' AS field, title(k.id) AS name, min(f.also_id) AS also_id, f.what, f.what_ja,
    'CTL-06 ' || k.id AS same_as
FROM control k JOIN fact f ON regexp(f.pattern, k.id)
WHERE k.live AND k.applicable = 0 GROUP BY k.id
UNION ALL
SELECT k.id, 'applicable', title(k.id), NULL, 'no organisation can do without it',
    'どの組織にも必要な管理策です', 'CTL-06 ' || k.id
FROM control k
WHERE k.live AND k.applicable = 0 AND has(setting('always_controls'), k.id)
