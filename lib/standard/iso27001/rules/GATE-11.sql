---
code: GATE-11
clause: "10.2"
severity: error
profile: starter
waivable: false
against: true
title:
  en: "Passed due date moved by the change"
  ja: "過ぎた期限を動かす変更"
message:
  en: "this change moves a day of {id} that passed {late} {late:day|days} ago ({what}, {old}) to {new}, without a recorded reason and approver"
  ja: "この変更は、すでに {late} 日過ぎた {id} の期限（{what}、{old}）を {new} に動かしていますが、理由と承認者の記録がありません"
help:
  en: "do the work, or record why and who agreed: an entry of postponed in the record (was {old}, on, by somebody else, reason), or in the commit a reason and a line Approved-by: of another person"
  ja: "作業を実施するか、理由と承認者を記録してください（記録の postponed に was: {old}、on、by、reason、またはコミットの本文に理由、Approved-by: 行に本人以外の承認者）"
why:
  en: "A date that is moved after it has passed turns a missed promise green without anything done. Somebody with the authority may agree to a new date; then it is recorded who did and why. Days that are renewed by doing the work (reviews, checks) count when nothing but the day changes."
  ja: "過ぎた期限を動かすだけでは、何もせずに超過が見えなくなります。権限を持つ人が新しい期限に同意することはできますが、誰がなぜ同意したかを記録します。作業をして更新する日付（見直し、点検など）は、日付以外に何も変わらないときに報告します。"
fails: |
  asof: 2026-10-15
  ===
  id: CA-0001
  due: 2026-12-20
passes: |
  asof: 2026-10-15
  ===
  id: CA-0001
  due: 2026-12-20
  postponed:
    - {was: 2026-08-31, until: 2026-12-20, on: 2026-10-14, by: PER-0001, reason: The supplier delivers in December}
---
WITH late AS MATERIALIZED (SELECT b.*, coalesce((SELECT n.id FROM renamed n WHERE n.was = b.id), b.id) AS now
  FROM base.due b WHERE b.due < asof()),
  -- A milestone or decision may stand elsewhere in its list by now; one that
  -- is new in words and day stands for the old one of its place.
  old AS (SELECT l.*, CASE l.what
    WHEN 'milestone' THEN (SELECT 'milestones[' || m.n || '].due' FROM base.objective_milestones o
      JOIN objective_milestones m ON m.id = l.now AND (m.title = o.title OR m.n = o.n
        AND NOT EXISTS (SELECT 1 FROM base.objective_milestones x WHERE x.id = l.id
          AND (x.title = m.title OR x.due = m.due)))
      WHERE o.id = l.id AND l.field = 'milestones[' || o.n || '].due'
      ORDER BY m.title = o.title DESC)
    WHEN 'decision' THEN (SELECT 'decisions[' || m.n || '].due' FROM base.management_review_decisions o
      JOIN management_review_decisions m ON m.id = l.now AND (m.text = o.text OR m.n = o.n
        AND NOT EXISTS (SELECT 1 FROM base.management_review_decisions x WHERE x.id = l.id
          AND (x.text = m.text OR x.due = m.due)))
      WHERE o.id = l.id AND l.field = 'decisions[' || o.n || '].due'
      ORDER BY m.text = o.text DESC)
    ELSE l.field END AS place FROM late l)
SELECT DISTINCT b.now AS id, d.field, b.due AS old, d.due AS new, days(b.due, asof()) AS late,
    word('due.' || b.what, b.what) AS what
FROM old b JOIN due d ON d.id = b.now AND d.field = b.place JOIN record r ON r.id = b.now
WHERE d.due > b.due
  AND NOT EXISTS (SELECT 1 FROM postponed p WHERE p.id = b.now AND p.was = b.due
    AND p.by IN (SELECT id FROM base.person) AND p.by IS NOT b.owner AND NOT blank(p.reason))
  AND NOT EXISTS (SELECT 1 FROM agreed a WHERE a.path = r.path AND a.person IS NOT NULL
    AND a.reason IS NOT NULL)
  AND (b.slips OR NOT EXISTS (SELECT 1 FROM changed c WHERE c.id = b.now AND c.what <> 'moved'
    AND (c.what = 'added' OR c.field IS NOT b.field)))
