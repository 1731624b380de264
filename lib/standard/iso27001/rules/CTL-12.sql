---
code: CTL-12
clause: "9.2.2"
severity: warning
profile: certified
title:
  en: "Control neither audited nor tested"
  ja: "監査も試験もない管理策"
message:
  en: "{id} {name} was neither audited nor tested within {years} {years:year|years}"
  ja: "{id}「{name}」は {years} 年以内に監査も試験もされていません"
help:
  en: "put it in the scope of an audit, or test it and record last_tested"
  ja: "監査の対象に加えるか、試験をして last_tested を記録してください"
why:
  en: "Every applicable control gets its turn within the cycle of the audit programme (clause 9.2.2). Judged once the ISMS is older than the cycle."
  ja: "適用する全ての管理策は監査プログラムのサイクル内に一度は対象となります（箇条9.2.2）。ISMSの運用がサイクルより長くなってから判定します。"
fails: |
  id: AUD-0001
  scope_controls: [A.5, A.6, A.7]
  results:
    - {item: 4, conform: "yes", sample: ORG-0001}
    - {item: 5, conform: "yes", sample: DOC-0001}
    - {item: 6, conform: "yes", sample: RSK-0001}
    - {item: 7, conform: "yes", sample: TRN-0001}
    - {item: 8, conform: "yes", sample: Changes}
    - {item: 9, conform: "yes", sample: MSR-0001}
    - {item: 10, conform: "yes", sample: None}
    - {item: A.5, conform: "yes", sample: Accounts}
    - {item: A.6, conform: "yes", sample: Contracts}
    - {item: A.7, conform: "yes", sample: Door log}
  ===
  id: ORG-0001
  created: 2023-05-01
  certification: {body: Example Certification, decided: 2024-05-01, expires: 2027-04-30}
passes: |
  id: ORG-0001
  created: 2025-10-01
---
WITH y AS (SELECT date_add(asof(), '-P' || coalesce((SELECT cycle_years FROM audit_programme
      WHERE status = 'approved' ORDER BY period DESC LIMIT 1), setting('audit_cycle_years')) || 'Y') AS since,
    coalesce((SELECT cycle_years FROM audit_programme WHERE status = 'approved'
      ORDER BY period DESC LIMIT 1), setting('audit_cycle_years')) AS years)
SELECT k.id, 'last_tested' AS field, title(k.id) AS name, y.years
FROM control k, y
WHERE k.live AND k.applicable = 1 AND (SELECT min(created) FROM organisation) <= y.since
  AND coalesce(k.last_tested, '') < y.since
  AND NOT EXISTS (SELECT 1 FROM audit a JOIN audit_scope_controls s ON s.id = a.id
      WHERE a.held_on >= y.since
        AND (k.id = s.value OR k.id LIKE s.value || '.%' OR s.value = 'all'))
  -- What was looked at counts, whether or not the scope had named it.
  AND NOT EXISTS (SELECT 1 FROM audit a JOIN audit_results s ON s.id = a.id
      WHERE a.held_on >= y.since AND s.conform IN ('yes', 'no')
        AND (k.id = s.item OR k.id LIKE s.item || '.%'))
