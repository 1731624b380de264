---
code: APG-04
clause: "9.2.2"
severity: warning
profile: operating
title:
  en: "Programme does not weigh what came before"
  ja: "前回の結果を考慮していない監査プログラム"
message:
  en: "{id} {what}"
  ja: "{id} {what_ja}"
help:
  en: "say in rationale how importance and earlier results shaped the programme, and audit again where a nonconformity was found"
  ja: "重要性と前回の結果をどう考慮したかを rationale に記し、不適合のあった部門を再び監査してください"
why:
  en: "Clause 9.2.2 asks that the importance of the processes and the results of earlier audits are considered."
  ja: "箇条9.2.2は、関連するプロセスの重要性と前回までの監査の結果を考慮することを求めています。"
fails: |
  id: APG-0001
  rationale: As every year
passes: |
  id: APG-0001
  rationale: Operations first because of the findings of last year
---
SELECT id, 'rationale' AS field,
    'gives no reason that mentions importance or earlier results' AS what,
    'の根拠に、重要性や前回の結果への言及がありません' AS what_ja
FROM audit_programme
WHERE live AND NOT blank(rationale) AND NOT regexp('(?i)' || setting('plan_words'), rationale)
UNION ALL
SELECT p.id, 'audits', 'leaves out department ' || f.department || ', where '
    || f.id || ' was found last time',
    'は、前回 ' || f.id || ' の指摘があった部門 ' || f.department || ' を対象としていません'
FROM audit_programme p JOIN audit_finding f ON f.finding_type IN ('major', 'minor')
    AND f.status <> 'rejected' JOIN audit a ON a.id = f.audit AND a.audit_type = 'internal'
WHERE p.live AND f.raised_on < period_first(p.period)
  AND f.raised_on >= date_add(period_first(p.period), '-P1Y')
  AND NOT EXISTS (SELECT 1 FROM audit_programme_audits x JOIN audit_departments d
      ON d.id = x.value WHERE x.id = p.id AND d.value IN (f.department, 'all'))
