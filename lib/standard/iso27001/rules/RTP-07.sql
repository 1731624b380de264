---
code: RTP-07
clause: "6.1.3"
severity: error
profile: operating
title:
  en: "Modified without a control"
  ja: "管理策のない低減"
message:
  en: "{id} lowers a risk (modify) and names no control"
  ja: "{id} はリスクの低減（modify）ですが、管理策が示されていません"
help:
  en: "name in controls what the treatment brings about"
  ja: "この対応で実施する管理策を controls に示してください"
why:
  en: "Clause 6.1.3 b) asks to determine the controls that carry out the chosen option."
  ja: "箇条6.1.3 b) は、選定した選択肢の実施に必要な管理策の決定を求めています。"
fails: |
  id: RTP-0002
  controls: ~
passes: |
  id: RTP-0002
  controls: [A.6.3]
---
SELECT id, 'option' AS field FROM risk_treatment
WHERE option = 'modify' AND blank(controls) AND status <> 'cancelled'
