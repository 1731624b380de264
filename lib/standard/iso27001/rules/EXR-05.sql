---
code: EXR-05
clause: "10.2"
severity: warning
profile: operating
title:
  en: "Problems of an exercise without follow-up"
  ja: "訓練の問題点への対応なし"
message:
  en: "{id} records {n} {n:problem|problems}, and no follow-up is linked"
  ja: "{id} に {n} 件の問題点が記録されていますが、対応する記録がありません"
help:
  en: "open a nonconformity, corrective action or change and name it in followups"
  ja: "不適合、是正処置又は変更を起票し、followups に示してください"
why:
  en: "A problem seen and left is worse than one not seen (clause 10.2). Words that say that there was none (no_problem) are no problem."
  ja: "見つけて放置した問題は、見つけなかった問題より深刻です（箇条10.2）。「なし」などの語（設定 no_problem）は問題点に数えません。"
fails: |
  id: EXR-0001
  problems: [The list of contacts was old]
  ===
  id: BCP-0001
  reviewed: 2026-05-10
passes: |
  id: EXR-0001
  problems: [特になし。]
---
SELECT e.id, 'problems' AS field, count(*) AS n
FROM exercise e JOIN exercise_problems p ON p.id = e.id
  AND NOT has(setting('no_problem'), lower(rtrim(trim(p.value), '.。')))
WHERE blank(e.followups) AND e.state_rank >= 1
  AND NOT EXISTS (SELECT 1 FROM link l WHERE l.dst = e.id
      AND l.src_kind IN ('nonconformity', 'corrective_action', 'change'))
GROUP BY e.id
