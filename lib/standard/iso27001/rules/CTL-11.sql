---
code: CTL-11
clause: "6.1.3"
severity: error
profile: operating
needs_history: true
title:
  en: "Statement of Applicability older than its content"
  ja: "承認後に変わった適用宣言書"
message:
  en: "after the approval of {id} {version} on {approved} controls were changed ({n}), last {control} on {day} by {who} (commit {commit_})"
  ja: "{id} 第{version}版の承認（{approved}）後に {n} 件の管理策が変更されています（最後は {control}、{day}、{who}、コミット {commit_}）"
help:
  en: "approve the Statement of Applicability anew with a new version"
  ja: "版を改めて適用宣言書を承認してください"
why:
  en: "The certificate names a version of the Statement of Applicability; it must say what was approved (clause 6.1.3 d). Looked at are applicable, justification and implementation."
  ja: "登録証は適用宣言書の版を示しており、その内容は承認されたものでなければなりません（箇条6.1.3 d）。適用、理由及び実施状況の変更を判定します。"
fails: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: A.8.1
  justification: Laptops travel with sales staff
passes: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: A.8.1
  justification: Laptops travel with sales staff
  ===
  commit: {day: 2026-05-12, by: PER-0002, trailers: ["Approved-by: PER-0001"]}
  ===
  id: SOA-0001
  version: "1.1"
  approved_on: 2026-05-12
---
WITH h AS (SELECT s.id AS soa, c.id, c.day, c.seq, c.author,
      coalesce(c.written_id, c.commit_id) AS commit_id FROM statement_of_applicability s, history c
    JOIN control k ON k.id = c.id
    WHERE s.live AND s.status = 'approved' AND c.day > s.approved_on
      AND c.seq > (SELECT min(z.seq) FROM history z WHERE z.id = s.id)
      AND (c.what = 'added' OR (c.what = 'changed'
        AND c.field IN ('applicable', 'justification', 'implementation')))
      AND NOT EXISTS (SELECT 1 FROM history v WHERE v.id = s.id AND v.seq >= c.seq
        AND v.field IN ('version', 'approved_on')))
SELECT s.id, 'approved_on' AS field, count(DISTINCT h.id) AS n, s.version,
    s.approved_on AS approved, h.day,
    (SELECT x.id FROM h x WHERE x.soa = s.id ORDER BY x.seq DESC, x.id LIMIT 1) AS control,
    max(h.seq) AS seq, author(h.author) AS who, substr(h.commit_id, 1, 7) AS commit_
FROM h JOIN statement_of_applicability s ON s.id = h.soa GROUP BY s.id
