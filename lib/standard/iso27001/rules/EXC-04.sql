---
code: EXC-04
clause: "A.5.36"
severity: warning
profile: operating
title:
  en: "Exception without end in sight"
  ja: "長期化した例外"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "change the rule, or bring the matter in line with it"
  ja: "規則を改めるか、規則に合わせてください"
why:
  en: "More than two renewals, or more than twelve months, show that the rule and the practice have parted (A.5.36)."
  ja: "2回を超える更新や12か月を超える期間は、規則と実態のかい離を示します（A.5.36）。"
fails: |
  id: EXC-0001
  renewals: 3
passes: |
  id: EXC-0001
  renewals: 2
---
SELECT id, 'renewals' AS field, 'was renewed ' || renewals || ' times' AS what,
    'は ' || renewals || ' 回更新されています' AS what_ja
FROM exception WHERE status = 'active' AND renewals > setting('renewals') + 0
UNION ALL
SELECT id, 'expires', 'runs from ' || approved_on || ' to ' || expires || ', longer than ' || span(setting('exception_longest')),
    'の期間は ' || approved_on || ' から ' || expires || ' までで、' || span(setting('exception_longest')) || 'を超えています'
FROM exception WHERE status = 'active' AND expires > date_add(approved_on, setting('exception_longest'))
