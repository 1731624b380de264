---
code: INC-05
clause: "10.2"
severity: warning
profile: operating
title:
  en: "Severe incident without consequence"
  ja: "対応のない重大インシデント"
message:
  en: "{id} has severity {severity}, and neither a nonconformity nor a risk assessed since is linked"
  ja: "{id} の重大度は {severity} ですが、不適合にも、検知後に評価したリスクにも結び付いていません"
help:
  en: "open a nonconformity, or reassess the risk, and link it"
  ja: "不適合を起票するかリスクを再評価し、結び付けてください"
why:
  en: "A severe incident shows a risk that was rated too low or a control that failed (clauses 8.2, 10.2). A linked risk counts when it was assessed on the day of detection or later."
  ja: "重大なインシデントは、過小評価されたリスクか機能しなかった管理策を示しています（箇条8.2、10.2）。結び付けたリスクは、検知日以降に評価したものだけを有効とします。"
fails: |
  id: INC-0001
  severity: 1
  linked: [RSK-0001]
passes: |
  id: INC-0001
  severity: 1
  linked: [RSK-0001]
  ===
  id: RSK-0001
  assessed_on: 2026-06-20
---
SELECT i.id, 'severity' AS field, i.severity FROM incident i
WHERE i.severity <= 0 + setting('severity_linked') AND i.state_rank >= 1
  AND i.status <> 'dismissed'
  AND NOT EXISTS (SELECT 1 FROM link l WHERE (l.src = i.id AND l.dst_kind = 'nonconformity')
      OR (l.dst = i.id AND l.src_kind = 'nonconformity'))
  AND NOT EXISTS (SELECT 1 FROM risk r JOIN link l ON l.src = i.id AND l.dst = r.id
      OR l.dst = i.id AND l.src = r.id
    WHERE r.assessed_on >= coalesce(i.detected_on, r.assessed_on))
