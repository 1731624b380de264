---
code: GEN-14
clause: "5.3"
severity: warning
profile: operating
title:
  en: "Person in charge has left"
  ja: "退職者が担当のまま"
message:
  en: "{who} left on {day} and is still named in {id} as {what}"
  ja: "{who}は {day} に退職しましたが、{id} の{what_ja}のままです"
help:
  en: "name somebody who is there"
  ja: "在籍する人に変更してください"
why:
  en: "Responsibilities need somebody to carry them (clause 5.3); a leaver is the usual reason why nobody did. An approver is in charge until the approval is dated, and cannot have approved after leaving; who audits or chairs, until it was held."
  ja: "責任には担う人が必要です（箇条5.3）。担当者の退職は、誰も実施しなかったことのよくある原因です。承認者は承認日が記録されるまで担当とみなし、退職後の承認も指摘します。監査員及び議長は実施までを担当とみなします。"
fails: |
  id: PER-0004
  left: 2026-05-31
passes: |
  id: PER-0004
  left: 2026-06-30
---
WITH gone(id, day) AS (SELECT id, left AS day FROM person WHERE left < asof()
    UNION ALL SELECT id, coalesce(left, '—') FROM person WHERE status = 'retired'
      AND (left IS NULL OR left >= asof())),
  use(id, field, who, what, what_ja) AS (
    SELECT id, 'owner', owner, 'owner', '担当' FROM record WHERE live AND NOT ended AND kind <> 'person'
    UNION ALL SELECT r.id, 'holders[' || h.n || ']', h.value, 'holder', '担当者'
      FROM role r JOIN role_holders h ON h.id = r.id WHERE r.live
    UNION ALL SELECT id, 'deputy', deputy, 'deputy', '代行者' FROM role WHERE live
    UNION ALL SELECT o.id, 'departments[' || d.n || '].head', d.head, 'head of department', '部門責任者'
      FROM organisation o JOIN organisation_departments d ON d.id = o.id WHERE o.live
    UNION ALL SELECT id, 'isms_manager', isms_manager, 'ISMS manager', 'ISMS管理責任者'
      FROM organisation WHERE live
    UNION ALL SELECT id, 'implementer', implementer, 'implementer', '実施者' FROM corrective_action
      WHERE status IN ('open', 'analysed', 'planned', 'reopened')
    UNION ALL SELECT id, 'measured_by', measured_by, 'person who measures', '測定者' FROM metric WHERE live
    UNION ALL SELECT id, 'analysed_by', analysed_by, 'person who analyses', '分析者' FROM metric WHERE live
    UNION ALL SELECT id, 'by', "by", 'person in charge', '実施者' FROM communication WHERE live
    UNION ALL SELECT id, 'custodian', custodian, 'custodian', '保管・運用担当者' FROM asset WHERE live)
SELECT use.id, use.field, NULL AS item, person(use.who) AS who, gone.day, use.what, use.what_ja,
    use.who AS also_id, 'left' AS also_field
FROM use JOIN gone ON gone.id = use.who
UNION ALL
SELECT l.src, l.field, l.dst, person(l.dst), gone.day, w.column2, w.column3, l.dst, 'left'
FROM gone CROSS JOIN link l ON l.dst = gone.id
JOIN (VALUES ('approved_by', 'approver', '承認者'), ('lead', 'lead auditor', '監査リーダー'),
    ('auditors', 'auditor', '監査員'), ('chair', 'chair', '議長')) w ON w.column1 = l.field
JOIN record r ON r.id = l.src AND r.live AND NOT r.ended
-- What was approved or held while the person was there stays so.
WHERE CASE l.field WHEN 'approved_by' THEN NOT EXISTS (SELECT 1 FROM dated d
      WHERE d.id = l.src AND d.field = 'approved_on' AND d.day <= gone.day)
    ELSE r.status = 'planned' END
