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
  en: "The law sets the deadline; in Japan a first report within three to five days, in the EU within 72 hours (A.5.5, A.5.34). The entry may say which law it follows (law); then its deadline is counted from the detection by the settings, unless an earlier one is recorded. With neither the first report of the settings counts."
  ja: "期限は法令が定めます。日本では速報は3～5日以内、EUでは72時間以内です（A.5.5、A.5.34）。記録の law で法令を示すと、設定により検知日から期限を計算します（それより早い期限の記録があればその日）。どちらもなければ設定の速報期限で判定します。"
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
SELECT id, 'notify[' || n || CASE given WHEN 1 THEN '].deadline' ELSE '].to' END AS field, "to", due,
    days(due, asof()) AS late
FROM notice WHERE due < asof()
