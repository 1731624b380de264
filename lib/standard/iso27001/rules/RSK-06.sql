---
code: RSK-06
clause: "6.1.3"
severity: error
profile: operating
title:
  en: "High risk retained without full acceptance"
  ja: "受容水準を超えるリスクの保有に対する承認の不足"
message:
  en: "{id} is retained at {risk_level}, above the acceptable {acceptance}, and {what}"
  ja: "{id} は受容できる {acceptance} を超える {risk_level} のまま保有されていますが、{what_ja}"
help:
  en: "record the acceptance by the risk owner and by top management (top_by), with an expiry date"
  ja: "リスク所有者とトップマネジメント（top_by）による受容を、有効期限とともに記録してください"
why:
  en: "A risk above the acceptance criteria may be kept, but knowingly, at the top, and for a time (clause 6.1.3 f)."
  ja: "受容基準を超えるリスクは、トップが承知の上で期限を定めた場合に限り保有できます（箇条6.1.3 f）。"
fails: |
  id: RSK-0001
  option: retain
  acceptance: {by: PER-0003, on: 2026-03-02, reason: Too dear to treat, expires: 2027-03-01}
passes: |
  id: RSK-0001
  option: retain
  acceptance: {by: PER-0003, on: 2026-03-02, reason: Too dear to treat, expires: 2027-03-01, top_by: PER-0001}
---
SELECT r.id, 'acceptance.' || w.column1 AS field, word('manual.level_' || r.level, r.level) AS risk_level,
    word('manual.level_' || c.acceptance, c.acceptance) AS acceptance,
    w.column2 AS what, w.column3 AS what_ja
FROM risk r JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft',
    (VALUES ('top_by', 'top management has not accepted it', 'トップマネジメントが受容していません'),
    ('expires', 'the acceptance has no expiry date', '受容に有効期限がありません'),
    ('by', 'the risk owner has not accepted it', 'リスク所有者が受容していません')) w
WHERE r.live AND r.option = 'retain' AND r.state_rank >= 2
  AND (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = r.level)
    > (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = c.acceptance)
  AND CASE w.column1 WHEN 'top_by' THEN top() IS NOT NULL
        AND r.acceptance_top_by IS NOT top() AND r.acceptance_by IS NOT top()
      WHEN 'expires' THEN r.acceptance_expires IS NULL
      ELSE r.status <> 'accepted' AND r.acceptance_by IS NOT r.owner END
