---
code: INC-04
clause: "A.5.5"
severity: error
profile: starter
title:
  en: "Notification overdue"
  ja: "報告期限の超過"
message:
  en: "{id}: the notice to {to} was due on {due}, {late} {late:day|days} ago, and is not recorded as done"
  ja: "{id}: {to} への報告期限は {due}（{late} 日前）でしたが、報告日が記録されていません"
help:
  en: "notify at once and record done_on"
  ja: "直ちに報告し、done_on を記録してください"
why:
  en: "The law sets the deadline; in Japan a first report within three to five days, in the EU within 72 hours (A.5.5, A.5.34). Without a recorded deadline the first report of the settings counts."
  ja: "期限は法令が定めます。日本では速報は3～5日以内、EUでは72時間以内です（A.5.5、A.5.34）。期限の記録がなければ設定の速報期限で判定します。"
fails: |
  id: INC-0001
  pii: true
  notify:
    - {to: Privacy commission, needed: true, deadline: 2026-02-07}
passes: |
  id: INC-0001
  pii: true
  notify:
    - {to: Privacy commission, needed: true, deadline: 2026-02-07, done_on: 2026-02-05}
---
SELECT i.id, 'notify[' || n.n || ']' AS field, n."to" AS "to",
    coalesce(n.deadline, date_add(i.detected_on, 'P' || setting('notify_first_days_jp') || 'D')) AS due,
    days(coalesce(n.deadline, date_add(i.detected_on, 'P' || setting('notify_first_days_jp') || 'D')), asof()) AS late
FROM incident i JOIN incident_notify n ON n.id = i.id
WHERE n.needed = 1 AND n.done_on IS NULL AND i.status <> 'dismissed'
  AND coalesce(n.deadline, date_add(i.detected_on, 'P' || setting('notify_first_days_jp') || 'D')) < asof()
