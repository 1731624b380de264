---
code: TRN-05
clause: "A.6.3"
severity: warning
profile: operating
title:
  en: "Joiner not trained"
  ja: "入社時教育の未実施"
message:
  en: "{who} joined on {day}, {n} {n:day|days} ago, and attended no training since"
  ja: "{who}は {day}（{n} 日前）に入社しましたが、その後の教育の受講が記録されていません"
help:
  en: "train newcomers within {most} {most:day|days} and record it"
  ja: "入社から {most} 日以内に教育を行い、記録してください"
why:
  en: "New people know neither the rules nor whom to call (A.6.3). Any training since the first day ends the finding, late as it may be: a day that has passed cannot be made good."
  ja: "新しく入った人は、規則も連絡先も知りません（A.6.3）。入社後の教育を一度でも受講すれば、遅れていても指摘は終わります（過ぎた日付は取り戻せないためです）。"
fails: |
  kind: person
  id: PER-0005
  title: Emi Itami
  name: Emi Itami
  department: sales
  employment: employee
  joined: 2026-05-01
  created: 2026-05-01
passes: |
  kind: person
  id: PER-0005
  title: Emi Itami
  name: Emi Itami
  department: sales
  employment: employee
  joined: 2026-06-15
  created: 2026-06-15
---
SELECT p.id, 'joined' AS field, person(p.id) AS who, p.joined AS day, days(p.joined, asof()) AS n,
    setting('joiner_days') AS most
FROM person p
WHERE p.live AND (p.left IS NULL OR p.left >= asof())
  AND p.joined >= (SELECT min(created) FROM organisation)
  AND days(p.joined, asof()) > setting('joiner_days') + 0
  AND NOT EXISTS (SELECT 1 FROM training_session t JOIN training_session_attendees x ON x.id = t.id
      WHERE x.value = p.id AND t.held_on >= p.joined)
