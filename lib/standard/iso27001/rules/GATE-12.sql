---
code: GATE-12
clause: "7.5.3"
severity: error
profile: starter
waivable: false
against: true
title:
  en: "Record removed by the change"
  ja: "保管中の記録の削除"
message:
  en: "this change removes {id} {name} ({path}), which is to be kept until {until}"
  ja: "この変更は {until} まで保管すべき {id} {name}（{path}）を削除しています"
help:
  en: "bring it back and give it an end state (closed, cancelled, withdrawn); a record made by mistake goes with a reason and a line Approved-by: in the commit"
  ja: "記録を戻し、終了の状態（完了、取消、廃止など）にしてください。誤って作った記録は、コミットに理由と Approved-by: 行を書いて削除します"
why:
  en: "Retained documented information is protected against loss; a record that ends stays for the retention period (setting retention). The history keeps it, but nobody who reads the ISMS sees it."
  ja: "保持する文書化した情報は喪失から保護します。終わった記録も保管期間（設定 retention）の間は残します。履歴には残りますが、ISMS を読む人には見えなくなります。"
fails: |
  remove: [CA-0002]
passes: |
  id: CA-0002
  tags: [seen]
---
WITH last AS (SELECT b.id, b.title, b.path, b.ended, max(coalesce(d.day, b.created)) AS day
  FROM base.record b LEFT JOIN base.dated d ON d.id = b.id AND d.happened AND d.day <= asof()
  WHERE b.id NOT IN (SELECT id FROM record) AND b.id NOT IN (SELECT was FROM renamed)
  GROUP BY b.id)
SELECT l.id, l.id AS gone_id, coalesce(l.title, '') AS name, l.path,
    date_add(CASE WHEN l.ended THEN l.day ELSE asof() END, setting('retention')) AS until,
    CASE WHEN EXISTS (SELECT 1 FROM agreed a WHERE a.path = l.path AND a.person IS NOT NULL
      AND a.reason IS NOT NULL) THEN 'note' ELSE 'error' END AS level
FROM last l
WHERE NOT l.ended OR date_add(l.day, setting('retention')) >= asof()
