---
code: INC-05
clause: "10.2"
severity: warning
profile: operating
title:
  en: "Severe incident without consequence"
  ja: "対応のない重大インシデント"
message:
  en: "{id} has severity {severity}, and neither a nonconformity nor a risk is linked"
  ja: "{id} の重大度は {severity} ですが、不適合にもリスクにも結び付いていません"
help:
  en: "open a nonconformity, or reassess the risk, and link it"
  ja: "不適合を起票するかリスクを再評価し、結び付けてください"
why:
  en: "A severe incident shows a risk that was rated too low or a control that failed (clauses 8.2, 10.2)."
  ja: "重大なインシデントは、過小評価されたリスクか機能しなかった管理策を示しています（箇条8.2、10.2）。"
fails: |
  id: INC-0001
  severity: 1
  linked: ~
passes: |
  id: INC-0001
  severity: 1
  linked: [RSK-0001]
---
SELECT i.id, 'severity' AS field, i.severity FROM incident i
WHERE i.severity <= 0 + setting('severity_linked') AND i.state_rank >= 1
  AND NOT EXISTS (SELECT 1 FROM link l WHERE (l.src = i.id AND l.dst_kind IN ('nonconformity', 'risk'))
      OR (l.dst = i.id AND l.src_kind IN ('nonconformity', 'risk')))
