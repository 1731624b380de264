---
code: CTL-15
clause: "6.1.3"
severity: error
profile: operating
title:
  en: "Control number of the 2013 edition"
  ja: "2013年版の管理策番号"
message:
  en: "{id} is a number of the 2013 edition; {what}"
  ja: "{id} は2013年版の番号です。{what_ja}"
help:
  en: "use the number of the 2022 edition"
  ja: "2022年版の番号を用いてください"
why:
  en: "Certificates to the edition of 2013 ended on 2025-10-31."
  ja: "2013年版による登録は2025年10月31日に終了しました。"
fails: |
  kind: control
  id: A.9.2.1
  title: User registration
  applicable: true
  justification: Accounts are given on request
  basis: [business]
  implementation: implemented
  evidence: [Form 7]
  owner: PER-0002
passes: |
  id: A.5.16
  justification: Accounts are given on request
---
SELECT k.id, 'id' AS field, coalesce('it became ' || group_concat(c.id, ', '),
      'it has no successor') AS what,
    coalesce('2022年版では ' || group_concat(c.id, '、') || ' です', '後継の管理策はありません') AS what_ja
FROM control k LEFT JOIN catalogue_from c ON c.old = k.id
WHERE regexp('^A\.[0-9]+\.[0-9]+\.[0-9]+$', k.id) GROUP BY k.id
