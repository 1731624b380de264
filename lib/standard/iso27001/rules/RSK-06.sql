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
  ja: "{id} は受容できる「{acceptance}」を超える「{risk_level}」のまま保有されていますが、{what_ja}"
help:
  en: "record the acceptance by the risk owner and by top management (top_by), with an expiry date"
  ja: "リスク所有者とトップマネジメント（top_by）による受容を、有効期限とともに記録してください"
why:
  en: "A risk above the acceptance criteria may be kept, but knowingly, at the top, and for a time (clause 6.1.3 f). Who chooses to keep it has as long as for any choice of an option (setting treatment_option_grace); a risk in the state accepted without any acceptance is RSK-08."
  ja: "受容基準を超えるリスクは、トップが承知の上で期限を定めた場合に限り保有できます（箇条6.1.3 f）。保有を選んだ後の猶予は、選択肢を決める猶予（設定 treatment_option_grace）と同じです。受容済みの状態で受容の記録が全くない場合は RSK-08 が報告します。"
fails: |
  id: RSK-0001
  option: retain
  acceptance: {by: PER-0003, on: 2026-03-02, reason: Too dear to treat, expires: 2027-03-01}
passes: |
  id: RSK-0001
  option: retain
  acceptance: {by: PER-0003, on: 2026-03-02, reason: Too dear to treat, expires: 2027-03-01, top_by: PER-0001}
---
WITH r AS (SELECT r.*, c.acceptance AS ok, r.acceptance_by IS NULL AND r.acceptance_on IS NULL AS none
    FROM risk r JOIN risk_criteria c ON c.version = r.criteria AND c.status <> 'draft'
    WHERE r.live AND r.option = 'retain' AND (r.state_rank >= 2
        OR asof() > date_add(r.assessed_on, setting('treatment_option_grace')))
      AND (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = r.level)
        > (SELECT n FROM risk_criteria_levels l WHERE l.id = c.id AND l.value = c.acceptance))
SELECT r.id, CASE WHEN r.none THEN 'option' ELSE 'acceptance.' || w.column1 END AS field,
    word('manual.level_' || r.level, r.level) AS risk_level,
    word('manual.level_' || r.ok, r.ok) AS acceptance,
    w.column2 AS what, w.column3 AS what_ja
FROM r, (VALUES ('none', 'no acceptance is recorded', '受容が記録されていません'),
    ('top_by', 'top management has not accepted it', 'トップマネジメントが受容していません'),
    ('expires', 'the acceptance has no expiry date', '受容に有効期限がありません'),
    ('by', 'the risk owner has not accepted it', 'リスク所有者が受容していません')) w
WHERE CASE w.column1 WHEN 'none' THEN r.none AND r.status <> 'accepted'
      WHEN 'top_by' THEN NOT r.none AND top() IS NOT NULL
        AND r.acceptance_top_by IS NOT top() AND r.acceptance_by IS NOT top()
      WHEN 'expires' THEN NOT r.none AND r.acceptance_expires IS NULL
      ELSE NOT r.none AND r.status <> 'accepted' AND r.acceptance_by IS NOT r.owner END
