---
code: LEG-03
clause: "10.2"
severity: error
profile: operating
title:
  en: "Requirement not met and nothing opened"
  ja: "満たしていない要求事項に対する不適合の記録なし"
message:
  en: "{id} {name} was found not met on {day}, and no nonconformity covers it"
  ja: "{id}「{name}」は {day} の確認で満たされていませんが、対応する不適合が記録されていません"
help:
  en: "open a nonconformity and name it in ncr"
  ja: "不適合を起票し、ncr に示してください"
why:
  en: "A legal requirement not met is a nonconformity (clause 10.2). One that was closed before the last check does not count: its action did not last."
  ja: "満たしていない法令要求は不適合です（箇条10.2）。前回の確認より前に完了した不適合は、処置が有効でなかったことになるため数えません。"
fails: |
  id: LEG-0001
  result: not_met
  checked_on: 2026-06-20
  ncr: NCR-0002
passes: |
  id: LEG-0001
  result: not_met
  ncr: NCR-0001
---
SELECT l.id, 'result' AS field, title(l.id) AS name, l.checked_on AS day FROM legal_requirement l
WHERE l.live AND l.result = 'not_met'
  AND NOT EXISTS (SELECT 1 FROM nonconformity n
    WHERE (n.id = l.ncr OR EXISTS (SELECT 1 FROM link x WHERE x.src = n.id AND x.dst = l.id))
      AND (n.status <> 'closed' OR l.checked_on IS NULL OR coalesce(n.closed_on, l.checked_on) >= l.checked_on))
