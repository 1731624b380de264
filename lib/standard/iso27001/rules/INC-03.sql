---
code: INC-03
clause: "A.5.34"
severity: error
profile: starter
title:
  en: "No decision on notification"
  ja: "報告要否の決定なし"
message:
  en: "{id} touches personal data, and no decision on notification is recorded"
  ja: "{id} は個人情報に関わりますが、報告・通知の要否が記録されていません"
help:
  en: "record in notify for each authority and the people concerned whether notice is needed, and by when"
  ja: "当局及び本人ごとに、報告・通知の要否と期限を notify に記録してください"
why:
  en: "Privacy laws set short deadlines for notification; deciding that none is needed is a decision, too (A.5.34). An incident that waits for its triage is judged once the first report would be overdue. Stands in for GEN-06 on this field."
  ja: "個人情報保護の法令は報告に短い期限を定めています。不要とすることも一つの決定です（A.5.34）。トリアージ前のものは、速報の期限に当たる日を過ぎると報告します。この項目についてはGEN-06に代わって報告します。"
fails: |
  id: INC-0001
  status: reported
  pii: true
  notify: ~
passes: |
  id: INC-0001
  pii: true
  notify:
    - {to: Privacy commission, needed: false}
---
SELECT i.id, 'notify' AS field FROM incident i
WHERE i.pii = 1 AND (i.state_rank >= 1
    OR i.status = 'reported' AND days(i.detected_on, asof()) > setting('notify_first_days_jp') + 0) AND NOT EXISTS (SELECT 1 FROM incident_notify n
    WHERE n.id = i.id AND n.needed IS NOT NULL)
