---
code: GATE-14
clause: "A.5.36"
severity: note
profile: starter
waivable: false
against: true
title:
  en: "Waiver added or widened by the change"
  ja: "適用免除を追加・拡大する変更"
message:
  en: "this change {what} the waiver {id} of {codes} for {records} until {expires}, approved by {who}; it counts from when it has landed"
  ja: "この変更は {records} に対する {codes} の適用免除 {id} を{what_ja}しています（期限 {expires}、承認者 {who}）。有効になるのは取り込まれた後です"
help:
  en: "look whether the reason holds: a waiver that lands silences these findings"
  ja: "理由が妥当かを確認してください。取り込まれるとこれらの指摘は表示されなくなります"
why:
  en: "Nobody excuses the findings of his own change: a waiver takes effect with the change after it. Who reviews the change sees it named."
  ja: "変更が自らの指摘を免除することはできません。適用免除は次の変更から効力を持ちます。査読者に分かるように表示します。"
fails: |
  kind: exception
  id: EXC-0900
  status: active
  waives: [DOC-03]
  applies_to: [DOC-0002]
  reason: The author is on leave until August and knows the text best
  risk: RSK-0001
  requested_by: PER-0002
  approved_by: PER-0001
  approved_on: 2026-06-20
  expires: 2026-09-30
passes: |
  kind: exception
  id: EXC-0900
  status: requested
  waives: [DOC-03]
  applies_to: [DOC-0002]
  reason: The author is on leave until August and knows the text best
  risk: RSK-0001
  requested_by: PER-0002
  expires: 2026-09-30
---
SELECT e.id, 'waives' AS field, e.waives AS codes, e.applies_to AS records, e.expires,
    person(e.approved_by) AS who,
    CASE WHEN b.id IS NULL OR b.status <> 'active' THEN 'adds' ELSE 'widens' END AS what,
    CASE WHEN b.id IS NULL OR b.status <> 'active' THEN '追加' ELSE '拡大' END AS what_ja
FROM exception e LEFT JOIN base.exception b ON b.id = e.id
WHERE e.status = 'active' AND e.approved_by IS NOT NULL
  AND (b.id IS NULL OR b.status <> 'active' OR e.expires > b.expires
    OR EXISTS (SELECT 1 FROM exception_waives w WHERE w.id = e.id AND NOT has(b.waives, w.value))
    OR EXISTS (SELECT 1 FROM exception_applies_to w WHERE w.id = e.id
      AND NOT has(b.applies_to, w.value)))
