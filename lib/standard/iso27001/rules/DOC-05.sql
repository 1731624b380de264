---
code: DOC-05
clause: "7.5.2"
severity: error
profile: operating
needs_history: part
title:
  en: "Text changed after approval"
  ja: "承認後の本文変更"
message:
  en: "the text of {id} {version_} was changed on {day} by {who} (commit {commit_}), after its approval on {approved}, without a new version"
  ja: "{id} 第{version}版の本文が、承認（{approved}）後の {day} に {who} によって、版を改めずに変更されています（コミット {commit_}）"
help:
  en: "take the change back, or give it a new version with review and approval"
  ja: "変更を取り消すか、版を改めてレビュー及び承認を行ってください"
why:
  en: "Clause 7.5.2 c) asks for approval of suitability; what was changed since was approved by nobody. A commit that brings version or approval along counts as approved."
  ja: "箇条7.5.2 c) は適切性の承認を求めています。その後の変更は誰にも承認されていません。同じコミットで版又は承認を改めた変更は承認済みとみなします。"
fails: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: DOC-0002
  body: |
    How we assess and treat risks, and whom we let in.
passes: |
  commit: {day: 2026-05-08, by: PER-0003, trailers: ["Approved-by: PER-0002"]}
  ===
  id: DOC-0002
  version: "1.1"
  approved_on: 2026-05-08
  changes:
    - {version: "1.1", date: 2026-05-08, by: PER-0003, summary: Visitors}
    - {version: "1.0", date: 2025-10-20, by: PER-0003, summary: First edition}
  body: |
    How we assess and treat risks, and whom we let in.
---
WITH d AS (SELECT id, version, approved_on FROM document WHERE status IN ('approved', 'in_force')
    UNION ALL SELECT id, version, approved_on FROM continuity_plan
      WHERE status IN ('approved', 'in_force')),
  late AS (SELECT d.*, h.day, h.author, h.seq,
      substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_ FROM d
    JOIN history h ON h.id = d.id AND h.what = 'body' AND h.day > d.approved_on
    WHERE NOT EXISTS (SELECT 1 FROM history v WHERE v.id = d.id AND v.seq >= h.seq
      AND v.field IN ('version', 'approved_on')))
SELECT l.id, 'approved_on' AS field, coalesce('version ' || l.version, '') AS version_, l.version,
    l.day, author(l.author) AS who, l.commit_, l.approved_on AS approved
FROM late l WHERE l.seq = (SELECT max(x.seq) FROM late x WHERE x.id = l.id)
GROUP BY l.id
