---
code: CTL-01
clause: "6.1.3"
severity: error
profile: operating
title:
  en: "Annex A not complete"
  ja: "附属書Aの管理策の記録の過不足"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "give each of the {n} reference controls one record with its id, applicable or not"
  ja: "{n} 件の管理策全てに、適用・適用除外を問わず一つずつ記録を作成してください"
why:
  en: "Clause 6.1.3 c) asks to compare with Annex A so that no needed control is forgotten; the Statement of Applicability answers for each of its controls."
  ja: "箇条6.1.3 c) は必要な管理策の見落としがないよう附属書Aとの比較を求め、適用宣言書は全ての管理策について答えます。"
fails: |
  remove: [A.7.4]
  ===
  id: EXC-0001
  waives: [DOC-0002]
passes: |
  id: A.7.4
  status: active
---
SELECT (SELECT id FROM statement_of_applicability WHERE live LIMIT 1) AS id, NULL AS field,
    group_concat(id, ' ') AS gone_id,
    (SELECT count(*) FROM catalogue) AS n,
    CASE count(*) WHEN 1 THEN 'one reference control has no record: '
      ELSE count(*) || ' reference controls have no record: ' END
      || group_concat(CASE WHEN nr <= 20 THEN id END, ', ')
      || CASE WHEN count(*) > 20 THEN ' and ' || (count(*) - 20) || ' more' ELSE '' END AS what,
    '記録のない管理策が ' || count(*) || ' 件あります: '
      || group_concat(CASE WHEN nr <= 20 THEN id END, ', ')
      || CASE WHEN count(*) > 20 THEN ' 他 ' || (count(*) - 20) || ' 件' ELSE '' END AS what_ja
FROM (SELECT c.id, row_number() OVER (ORDER BY c.n) AS nr FROM catalogue c WHERE NOT EXISTS
    (SELECT 1 FROM control k WHERE k.id = c.id) ORDER BY c.n)
HAVING count(*) > 0
UNION ALL
SELECT k.id, 'status', NULL, (SELECT count(*) FROM catalogue),
    k.id || ' is ' || label_of('control', 'status', k.status) || '; a reference control stays, applicable or not',
    k.id || ' の状態は「' || label_of('control', 'status', k.status) || '」です。附属書Aの管理策は、適用しない場合も適用除外として残します'
FROM control k JOIN catalogue c ON c.id = k.id WHERE NOT k.live
UNION ALL
SELECT k.id, 'id', NULL, (SELECT count(*) FROM catalogue),
    k.id || ' is no control of Annex A; own controls are called X.1, X.2 and so on',
    k.id || ' は附属書Aの管理策ではありません。独自の管理策は X.1、X.2 のように表します'
FROM control k
WHERE k.id LIKE 'A.%' AND NOT regexp('^A\.[0-9]+\.[0-9]+\.[0-9]+$', k.id)
  AND NOT EXISTS (SELECT 1 FROM catalogue c WHERE c.id = k.id)
