---
code: HIS-22
clause: "10.2"
severity: error
profile: operating
needs_history: part
title:
  en: "Action on a major nonconformity put off"
  ja: "重大な不適合に対する処置の延期"
message:
  en: "the due date of {id}, for a major nonconformity, was moved from {old} to {new} on {day} by {who} (commit {commit_}), and no trailer names somebody else who approved it"
  ja: "重大な不適合に対する {id} の期限が {day} に {who} によって {old} から {new} に変更されています（コミット {commit_}）。本人以外の承認者を示すトレーラーがありません"
help:
  en: "have it approved by somebody else and record that: \"Approved-by: Name <address>\" in the commit that moves the date, or an entry of postponed that the approver commits"
  ja: "承認を受け、期限を変更するコミットに「Approved-by: 氏名 <アドレス>」を付けるか、承認者本人が postponed の記録をコミットしてください"
why:
  en: "The date of an action on a major nonconformity was agreed with the auditor (clause 10.2); whoever moves it needs the agreement of somebody with the authority."
  ja: "重大な不適合の処置期限は審査員との合意によるものです（箇条10.2）。変更には権限を持つ人の承認が必要です。"
fails: |
  id: NCR-0001
  severity: major
  ===
  id: CA-0001
  due: 2026-07-31
  ===
  commit: {day: 2026-05-08, by: PER-0003}
  ===
  id: CA-0001
  due: 2026-08-31
passes: |
  id: NCR-0001
  severity: major
  ===
  id: CA-0001
  due: 2026-07-31
  ===
  commit: {day: 2026-05-08, by: PER-0003, trailers: ["Approved-by: PER-0001"]}
  ===
  id: CA-0001
  due: 2026-08-31
---
SELECT c.id, 'due' AS field, h.old, h.new, h.day, author(h.author) AS who,
    substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_
FROM corrective_action c JOIN nonconformity n ON n.id = c.ncr AND n.severity = 'major'
JOIN history h ON h.id = c.id AND h.field = 'due' AND h.what = 'changed' AND h.new > h.old
WHERE c.live AND h.day > date_add(asof(), '-' || setting('history_reach'))
  AND NOT EXISTS (SELECT 1 FROM trailer t WHERE t.commit_id IN (h.commit_id, h.written_id) AND t.key = 'Approved-by' AND t.name <> h.author)
  AND NOT EXISTS (SELECT 1 FROM corrective_action_postponed p JOIN history a ON a.id = c.id AND a.field LIKE 'postponed[%].by'
      AND a.new = p.by AND a.seq >= h.seq JOIN signer s ON s.commit_id IN (a.commit_id, a.written_id) AND s.person_id = p.by
    WHERE p.id = c.id AND p.was = h.old AND p.by <> c.owner AND NOT blank(p.reason))
  AND h.seq = (SELECT max(x.seq) FROM history x WHERE x.id = c.id AND x.field = 'due' AND x.what = 'changed')
GROUP BY c.id
