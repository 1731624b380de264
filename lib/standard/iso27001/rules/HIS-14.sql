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
  en: "{path}, evidence of {id}, {what} the record was closed on {closed} (commit {commit_})"
  ja: "{id} の証拠 {path} は、記録が完了とされた {closed}（コミット {commit_}）{what_ja}"
help:
  en: "put the file back as it was, or name the new one beside it and say why"
  ja: "元のファイルに戻すか、新しいファイルを併記し、その理由を記録してください"
why:
  en: "Evidence shows what was seen when the record was closed (clause 7.5.3); a file that came, went or changed later shows something else. Compared is what git keeps of the file in the closing commit and now; evidence kept elsewhere cannot be compared."
  ja: "証拠は、記録を完了とした時点で確認したものを示します（箇条7.5.3）。後から加わり、なくなり、又は変わったファイルは別のものを示します。完了としたコミットと現在のファイルを比較します。リポジトリの外の証拠は比較できません。"
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
SELECT id, field, path, closed, substr(commit_id, 1, 7) AS commit_,
    CASE WHEN was IS NULL THEN 'was not in the repository when' WHEN present IS NULL THEN 'is no longer there, as it was when'
      ELSE 'is not what it was when' END AS what,
    CASE WHEN was IS NULL THEN 'の時点ではリポジトリにありませんでした' WHEN present IS NULL THEN 'の時点にはありましたが、現在はありません'
      ELSE 'の時点から変更されています' END AS what_ja
FROM closed_evidence WHERE was IS NOT present
