---
code: RTP-09
clause: "6.1.3"
severity: note
profile: certified
title:
  en: "Treatment without resources"
  ja: "資源のない対応計画"
message:
  en: "{id} names no resources"
  ja: "{id} に資源が記録されていません"
help:
  en: "say what it takes: days of work, money, equipment"
  ja: "工数、費用、機器など必要な資源を記録してください"
why:
  en: "A plan that costs nothing on paper is late in practice."
  ja: "紙の上で費用のない計画は、実際には遅れます。"
fails: |
  id: RTP-0002
  resources: ~
passes: |
  id: RTP-0002
  resources: 10 days
---
SELECT id, 'action' AS field FROM risk_treatment
WHERE blank(resources) AND status IN ('planned', 'approved', 'in_progress')
