---
code: CTL-09
clause: "8.1"
severity: warning
profile: operating
title:
  en: "Implemented without a trace"
  ja: "実施の証拠がない管理策"
message:
  en: "{id} {name} is implemented, and no document, activity or evidence is recorded"
  ja: "{id}「{name}」は実施済みとしていますが、文書、定期運用又は証拠が記録されていません"
help:
  en: "link the rule, the routine work or the evidence that shows it"
  ja: "それを示す文書、定期運用又は証拠を結び付けてください"
why:
  en: "An auditor who reads \"implemented\" asks to see it (clause 8.1)."
  ja: "「実施済み」とあれば、審査では現物の提示を求められます（箇条8.1）。"
fails: |
  id: A.8.1
  documents: ~
passes: |
  id: A.8.1
  documents: ~
  evidence: [List of laptops]
---
SELECT k.id, 'implementation' AS field, title(k.id) AS name FROM control k
WHERE k.live AND k.applicable = 1 AND k.implementation = 'implemented'
  AND blank(k.documents) AND blank(k.evidence)
  AND NOT EXISTS (SELECT 1 FROM link l JOIN record r ON r.id = l.src AND r.live
      WHERE l.dst = k.id AND l.src_kind IN ('document', 'activity', 'continuity_plan', 'metric'))
