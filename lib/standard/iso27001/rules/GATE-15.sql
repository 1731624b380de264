---
code: GATE-15
clause: "10.2"
severity: error
profile: starter
waivable: false
against: true
title:
  en: "Passed obligation taken away by the change"
  ja: "期限を過ぎた実施事項を取り除く変更"
message:
  en: "this change ends what {id} owed since {old} ({what}, {late} {late:day|days} ago) without a record that it was done or that somebody else agreed"
  ja: "この変更は、{id} の {late} 日過ぎた期限（{what}、{old}）を取り除いていますが、実施の記録も、本人以外による承認の記録もありません"
help:
  en: "record the work and its day; or say why it is given up and who agreed: the record's fields for cancelling, by somebody else than its owner, or in the commit a reason and a line Approved-by: of another person"
  ja: "実施した内容と日付を記録してください。取りやめる場合は、記録の取消の項目（理由、担当者以外の承認者）、またはコミットの本文の理由と Approved-by: 行（本人以外）に記録します"
why:
  en: "An action that is cancelled, a milestone that is deleted or a day that is struck out after it has passed turns the list green as surely as a moved day. Giving up is allowed to those with the authority; it is recorded who did and why. Audits, trainings and exercises ask for the reason alone, as their life cycle does. A milestone or decision counts as kept when its words or its day remain."
  ja: "過ぎた後で処置を取り消す、マイルストーンを削除する、期限を消すといった変更も、期限を動かすのと同じように超過を見えなくします。権限を持つ人が取りやめることはできますが、誰がなぜ決めたかを記録します。監査、教育、訓練は、その状態遷移のとおり理由だけを求めます。マイルストーンと決定事項は、文言か日付のどちらかが残っていれば同じものとみなします。"
fails: |
  asof: 2026-10-15
  ===
  id: CA-0001
  status: cancelled
  cancelled_by: PER-0003
  cancelled_reason: Not needed any more
passes: |
  asof: 2026-10-15
  ===
  id: CA-0001
  status: cancelled
  cancelled_by: PER-0001
  cancelled_reason: The service that it was to mend was given up
---
WITH late AS MATERIALIZED (SELECT b.*, coalesce((SELECT n.id FROM renamed n WHERE n.was = b.id), b.id) AS now
  FROM base.due b WHERE b.due < asof()),
  -- Obligations of records that stand and no longer owe them.
  gone AS (SELECT l.*, r.status, r.live, r.path FROM late l JOIN record r ON r.id = l.now
    WHERE NOT EXISTS (SELECT 1 FROM due d WHERE d.id = l.now AND d.what = l.what
      AND l.what NOT IN ('milestone', 'decision', 'notification'))),
  given_up AS (
    SELECT g.*, 'status' AS place FROM gone g JOIN corrective_action c ON c.id = g.now
    WHERE g.what = 'action' AND c.implemented_on IS NULL AND (c.cancelled_by IS NULL
      OR c.cancelled_by IS g.owner OR c.cancelled_by IS c.owner OR blank(c.cancelled_reason)
      OR c.cancelled_by NOT IN (SELECT id FROM base.person))
    UNION ALL
    SELECT g.*, 'status' FROM gone g JOIN risk_treatment t ON t.id = g.now
    WHERE g.what = 'treatment' AND t.done_on IS NULL AND (t.cancelled_by IS NULL
      OR t.cancelled_by IS g.owner OR t.cancelled_by IS t.owner OR blank(t.cancelled_reason)
      OR t.cancelled_by NOT IN (SELECT id FROM base.person))
    UNION ALL
    SELECT g.*, 'status' FROM gone g WHERE g.what = 'objective'
      AND coalesce(g.status, '') NOT IN ('achieved', 'missed', 'closed')
    UNION ALL
    SELECT g.*, 'status' FROM gone g JOIN audit a ON a.id = g.now
    WHERE g.what = 'audit' AND a.held_on IS NULL AND blank(a.cancelled_reason)
    UNION ALL
    SELECT g.*, 'status' FROM gone g JOIN training_session t ON t.id = g.now
    WHERE g.what = 'training' AND t.held_on IS NULL AND blank(t.cancelled_reason)
    UNION ALL
    SELECT g.*, 'status' FROM gone g JOIN exercise x ON x.id = g.now
    WHERE g.what = 'exercise' AND x.held_on IS NULL AND blank(x.cancelled_reason)
    UNION ALL
    SELECT g.*, 'status' FROM gone g JOIN management_review m ON m.id = g.now
    WHERE g.what = 'management_review' AND m.held_on IS NULL
    UNION ALL
    SELECT g.*, 'status' FROM gone g JOIN change c ON c.id = g.now
    WHERE g.what = 'change' AND c.done_on IS NULL AND g.status IS NOT 'rejected'
    -- Days that the work renews: struck out while the record lives on.
    UNION ALL
    SELECT g.*, g.field FROM gone g WHERE NOT g.slips AND g.live
      AND g.what IN ('review', 'reassessment', 'acceptance', 'supplier', 'agreement',
        'legal', 'activity', 'competence')
      AND EXISTS (SELECT 1 FROM changed c WHERE c.id = g.now AND c.new IS NULL
        AND (c.field = g.field OR c.field IN ('review_every', 'next_due', 'next_check', 'every')))
    UNION ALL
    SELECT g.*, 'milestones' FROM gone g JOIN base.objective_milestones o
      ON o.id = g.id AND g.field = 'milestones[' || o.n || '].due'
    WHERE g.what = 'milestone' AND g.status IN ('approved', 'active')
      AND NOT EXISTS (SELECT 1 FROM objective_milestones m WHERE m.id = g.now
        AND (m.title = o.title OR m.due = o.due OR m.n = o.n
          AND NOT EXISTS (SELECT 1 FROM base.objective_milestones x WHERE x.id = g.id
            AND (x.title = m.title OR x.due = m.due))))
    UNION ALL
    SELECT g.*, 'decisions' FROM gone g JOIN base.management_review_decisions o
      ON o.id = g.id AND g.field = 'decisions[' || o.n || '].due'
    WHERE g.what = 'decision' AND NOT EXISTS (SELECT 1 FROM management_review_decisions m
      WHERE m.id = g.now AND (m.text = o.text AND (m.due IS NOT NULL OR m.ref IS NOT NULL)
        OR m.due = o.due OR m.n = o.n
        AND NOT EXISTS (SELECT 1 FROM base.management_review_decisions x WHERE x.id = g.id
          AND (x.text = m.text OR x.due = m.due))))
    UNION ALL
    SELECT g.*, 'notify' FROM gone g JOIN base.incident_notify o
      ON o.id = g.id AND g.field = 'notify[' || o.n || '].deadline'
    WHERE g.what = 'notification' AND NOT EXISTS (SELECT 1 FROM incident_notify m
      WHERE m.id = g.now AND m."to" = o."to" AND m.needed = 1
        AND (m.deadline IS NOT NULL OR m.done_on IS NOT NULL)))
SELECT DISTINCT g.now AS id, g.place AS field, g.due AS old, days(g.due, asof()) AS late,
    word('due.' || g.what, g.what) AS what
FROM given_up g
WHERE NOT EXISTS (SELECT 1 FROM agreed a WHERE a.path = g.path AND a.person IS NOT NULL
    AND a.reason IS NOT NULL)
