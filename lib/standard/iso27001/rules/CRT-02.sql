---
code: CRT-02
clause: "9.2.1"
severity: warning
profile: operating
title:
  en: "Certification audit too late"
  ja: "審査の時期の遅れ"
message:
  en: "{what}"
  ja: "{what_ja}"
help:
  en: "agree a date with the certification body and record the audit"
  ja: "認証機関と日程を決め、審査を記録してください"
why:
  en: "The first surveillance comes within twelve months of the decision, the next ones each calendar year, and recertification ends before the certificate does."
  ja: "初回の維持審査は登録日から12か月以内、その後は毎年、再認証審査は登録証の期限前に完了する必要があります。"
fails: |
  id: ORG-0001
  certification: {body: Example Certification, decided: 2025-07-20, expires: 2028-07-19}
  ===
  id: APG-0001
  cycle_years: 3
passes: |
  id: ORG-0001
  certification: {body: Example Certification, decided: 2026-03-20, expires: 2029-03-19}
---
WITH o AS (SELECT id, certification_decided AS decided, certification_expires AS expires,
      (SELECT max(held_on) FROM audit WHERE audit_type IN ('surveillance', 'recertification')
        AND state_rank >= 1) AS last
    FROM organisation WHERE live AND certification_decided IS NOT NULL),
  d AS (SELECT o.*, CASE WHEN last IS NULL OR last < decided
      THEN date_add(decided, setting('certification_limit'))
      ELSE min((CAST(substr(last, 1, 4) AS INTEGER) + 1) || '-12-31', coalesce(expires, '9999-12-31')) END AS due
    FROM o),
  p AS (SELECT d.*, (SELECT min(a.planned_on) FROM audit a
      WHERE a.audit_type IN ('surveillance', 'recertification')
        AND a.status IN ('planned', 'postponed')) AS planned FROM d)
SELECT id, 'certification.decided' AS field,
    coalesce('the next external audit is planned for ' || planned, 'no external audit is planned')
      || '; it is due by ' || due AS what,
    coalesce('次の審査の予定は ' || planned, '次の審査の予定がありません')
      || '。' || due || ' までに必要です' AS what_ja
FROM p
WHERE planned > due OR (planned IS NULL AND asof() >= date_add(due, '-' || setting('audit_booked')))
