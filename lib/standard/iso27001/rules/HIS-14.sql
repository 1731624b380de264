---
code: HIS-14
clause: "7.5.3"
severity: warning
profile: certified
needs_history: true
title:
  en: "Evidence changed since closure"
  ja: "完了後に変わった証拠"
message:
  en: "{path}, evidence of {id}, {what}; closed on {closed} by {who} (commit {commit_})"
  ja: "{id} の証拠 {path} {what_ja}（完了は {closed}、{who}、コミット {commit_}）"
help:
  en: "put the file back as it was, or name the new one beside it and say why"
  ja: "元のファイルに戻すか、新しいファイルを併記し、その理由を記録してください"
why:
  en: "Evidence shows what was seen when the record was closed (clause 7.5.3); a file that came, went or changed later shows something else. Compared is what git keeps of the file in the closing commit and now, and the SHA-256 where the record states one behind the path (sha256: and 64 digits); evidence kept elsewhere cannot be compared."
  ja: "証拠は、記録を完了とした時点で確認したものを示します（箇条7.5.3）。後から加わり、なくなり、又は変わったファイルは別のものを示します。完了としたコミットと現在のファイルを比較し、パスの後に SHA-256（sha256: と64桁）が記録されていればそれとも比較します。リポジトリの外の証拠は比較できません。"
fails: |
  file: evidence/calendar.txt
  text: The test stands on the second Monday
  ===
  id: CA-0002
  evidence: [evidence/calendar.txt]
  status: verified
  ===
  commit: {day: 2026-06-10, by: PER-0002}
  ===
  id: CA-0002
  status: closed
  ===
  commit: {day: 2026-06-20, by: PER-0003}
  ===
  file: evidence/calendar.txt
  text: The test stands on the third Monday
passes: |
  file: evidence/calendar.txt
  text: The test stands on the second Monday
  ===
  id: CA-0002
  evidence: [evidence/calendar.txt]
  status: verified
  ===
  commit: {day: 2026-06-10, by: PER-0002}
  ===
  id: CA-0002
  status: closed
  ===
  commit: {day: 2026-06-20, by: PER-0003}
  ===
  file: evidence/calendar-2027.txt
  text: The test stands on the third Monday
---
SELECT e.id, e.field, e.path, e.closed, substr(e.commit_id, 1, 7) AS commit_, author(c.author_name) AS who,
    CASE WHEN e.was IS NULL THEN 'was not in the repository when the record was closed'
      WHEN e.present IS NULL THEN 'was there when the record was closed and is no longer'
      WHEN e.was <> e.present THEN 'is not what it was when the record was closed'
      ELSE 'has the SHA-256 ' || substr(e.present_hash, 1, 12) || '…, the record states ' || substr(e.stated, 1, 12) || '…' END AS what,
    CASE WHEN e.was IS NULL THEN 'は、記録の完了時にはリポジトリにありませんでした'
      WHEN e.present IS NULL THEN 'は、記録の完了時にはありましたが、現在はありません'
      WHEN e.was <> e.present THEN 'は、記録の完了時から変更されています'
      ELSE 'の SHA-256 は ' || substr(e.present_hash, 1, 12) || '… で、記録に示された ' || substr(e.stated, 1, 12) || '… と異なります' END AS what_ja
FROM closed_evidence e JOIN commits c ON c.commit_id = e.commit_id
WHERE e.was IS NOT e.present OR e.stated <> e.present_hash
