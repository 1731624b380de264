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
  en: "The first surveillance comes within twelve months of the decision, the next ones each calendar year, and recertification ends before the certificate does: where the certificate expires before the next surveillance, only a recertification will do. When it has expired, CRT-04 says so."
  ja: "初回の維持審査は登録日から12か月以内、その後は毎年、再認証審査は登録証の期限前に完了する必要があります。次の維持審査より先に期限が来るときは、再認証審査でなければなりません。期限が過ぎた後はCRT-04が報告します。"
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
-- The end of the certificate counts while no recertification was held for it.
WITH o AS (SELECT id, certification_decided AS decided, certification_expires AS expires,
      CASE WHEN certification_decided IS NULL THEN 'certification.expires'
        ELSE 'certification.decided' END AS field,
      (SELECT max(held_on) FROM audit WHERE audit_type IN ('surveillance', 'recertification')
        AND state_rank >= 1) AS last,
      (SELECT max(held_on) FROM audit WHERE audit_type = 'recertification'
        AND state_rank >= 1) AS renewed
    FROM organisation WHERE live AND coalesce(certification_decided, certification_expires) IS NOT NULL),
  d AS (SELECT o.*, CASE WHEN last IS NULL OR last < decided
      THEN date_add(decided, setting('certification_limit'))
      ELSE (CAST(substr(last, 1, 4) AS INTEGER) + 1) || '-12-31' END AS visit,
      CASE WHEN renewed IS NULL OR renewed < coalesce(decided, date_add(expires, '-P1Y'))
        THEN expires END AS "end"
    FROM o),
  n AS (SELECT d.*, coalesce("end" <= max(coalesce(visit, "end"),
      date_add(asof(), setting('audit_booked'))), 0) AS renew FROM d),
  p AS (SELECT n.*, CASE WHEN renew THEN "end" ELSE visit END AS due,
      (SELECT min(a.planned_on) FROM audit a WHERE a.status IN ('planned', 'postponed')
        AND (a.audit_type = 'recertification' OR a.audit_type = 'surveillance' AND NOT renew)) AS planned FROM n)
SELECT id, field,
    CASE WHEN renew THEN coalesce('the recertification is planned for ' || planned, 'no recertification is planned')
        || ', and the certificate expires on ' || due
      ELSE coalesce('the next external audit is planned for ' || planned, 'no external audit is planned')
        || '; it ' || CASE WHEN due < asof() THEN 'was' ELSE 'is' END || ' due by ' || due END AS what,
    CASE WHEN renew THEN coalesce('再認証審査の予定は ' || planned || ' ですが、', '再認証審査が予定されていません。')
        || '登録証の有効期限は ' || due || ' です'
      ELSE coalesce('次の審査の予定は ' || planned || ' ですが、', '次の審査が予定されていません。')
        || '期限は ' || due || CASE WHEN due < asof() THEN ' でした' ELSE ' です' END END AS what_ja
FROM p
WHERE coalesce("end", asof()) >= asof()
  AND (planned > due OR (planned IS NULL AND asof() >= date_add(due, '-' || setting('audit_booked'))))
