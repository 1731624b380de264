---
code: HIS-09
clause: "7.5.2"
severity: warning
profile: operating
needs_history: part
title:
  en: "Approval without the approver"
  ja: "承認者の関与がない承認"
message:
  en: "{by_} of {id} names {person}, but the commit that recorded it ({commit_}, {day}) is by {who} and no trailer names the approver"
  ja: "{id} の {by_} は {person} ですが、それを記録したコミット（{commit_}、{day}）は {who} によるもので、承認者を示すトレーラーがありません"
help:
  en: "let the approver commit or merge, or add \"Approved-by: Name <address>\" to the commit; the address in the record of the person or .mailmap tells who is who"
  ja: "承認者本人がコミット又はマージするか、コミットに「Approved-by: 氏名 <アドレス>」を付けてください。人の対応付けは要員の記録のアドレス又は .mailmap によります"
why:
  en: "An approval is an act of the approver (clause 7.5.2 c); a name typed by somebody else is a claim. Author, committer, who merged, and every trailer that ends in -by count. A record that first appears approved or closed counts too, unless it is of the first commit that has records."
  ja: "承認は承認者本人の行為です（箇条7.5.2 c）。他の人が書いた名前だけでは裏付けになりません。作成者、コミットした人、マージした人、及び -by で終わるトレーラーを承認者の関与とみなします。最初から承認済み又は完了として現れた記録も対象ですが、記録を含む最初のコミットのものは除きます。"
fails: |
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: DOC-0002
  version: "1.1"
  approved_on: 2026-05-08
  effective_on: 2026-05-08
  changes:
    - {version: "1.1", date: 2026-05-08, by: PER-0003, summary: Visitors}
passes: |
  commit: {day: 2026-05-08, by: PER-0003, trailers: ["Approved-by: PER-0002"]}
  ===
  id: DOC-0002
  version: "1.1"
  approved_on: 2026-05-08
  effective_on: 2026-05-08
  changes:
    - {version: "1.1", date: 2026-05-08, by: PER-0003, summary: Visitors}
---
WITH p(by_, on_) AS (VALUES ('approved_by', 'approved_on'), ('closed_by', 'closed_on'),
      ('verified_by', 'verified_on'), ('effectiveness.by', 'effectiveness.on'),
      ('acceptance.by', 'acceptance.on'), ('acceptance.top_by', 'acceptance.on')),
  e AS MATERIALIZED (SELECT l.src AS id, l.field AS by_, p.on_, l.dst AS person,
      coalesce((SELECT max(h.seq) FROM history h WHERE h.id = l.src AND h.field IN (l.field, p.on_)),
        (SELECT f.born_seq FROM life f WHERE f.id = l.src AND f.born_seq > (SELECT min(born_seq) FROM life))) AS seq
    FROM p JOIN link l ON l.field = p.by_ JOIN record r ON r.id = l.src AND r.live)
SELECT e.id, e.by_ AS field, e.by_, person(e.person) AS person, h.day, author(h.author) AS who,
    substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_
FROM e JOIN history h ON h.id = e.id AND h.seq = e.seq AND (h.field IN (e.by_, e.on_) OR h.what = 'added')
JOIN commits c ON c.commit_id = h.commit_id
LEFT JOIN branch_commit b ON b.commit_id = h.written_id
WHERE e.person NOT IN (coalesce(c.author_id, ''), coalesce(c.committer_id, ''),
    coalesce(b.author_id, ''), coalesce(b.committer_id, ''))
  AND h.day > date_add(asof(), '-' || setting('history_reach'))
  AND NOT EXISTS (SELECT 1 FROM trailer t WHERE t.commit_id IN (h.commit_id, h.written_id)
    AND t.person_id = e.person AND t.key LIKE '%-by')
GROUP BY e.id
