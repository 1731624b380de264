---
code: CTL-07
clause: "6.1.3"
severity: warning
profile: operating
title:
  en: "Applicable control without a basis"
  ja: "適用の根拠がない管理策"
message:
  en: "{id} {name} {what}"
  ja: "{id}「{name}」{what_ja}"
help:
  en: "link the risk or the legal requirement that asks for it, or state the contract or business need"
  ja: "求めているリスク又は法令・規制要求事項に結び付けるか、契約や事業上の必要性を記録してください"
why:
  en: "Controls are determined from the treatment of risks and from obligations (clause 6.1.3 b); that a control stands in Annex A is no reason to have it."
  ja: "管理策はリスク対応と義務から決まります（箇条6.1.3 b）。附属書Aにあることは理由になりません。"
fails: |
  id: A.8.1
  basis: [baseline]
  risks: ~
passes: |
  id: A.8.1
  basis: [risk]
  risks: [RSK-0002]
---
SELECT k.id, title(k.id) AS name,
    CASE WHEN regexp('(?i)' || setting('not_a_basis'), coalesce(k.justification, ''))
        THEN 'justification' ELSE 'basis' END AS field,
    CASE WHEN regexp('(?i)' || setting('not_a_basis'), coalesce(k.justification, ''))
      THEN 'is justified by the standard itself'
      ELSE 'is applicable by ' || label_of('control', 'basis', k.basis) || ', and no risk, law, contract or business need is linked' END AS what,
    CASE WHEN regexp('(?i)' || setting('not_a_basis'), coalesce(k.justification, ''))
      THEN 'の理由は規格にあることだけです'
      ELSE 'の根拠は「' || label_of('control', 'basis', k.basis) || '」ですが、リスク、法令、契約又は事業上の必要性に結び付いていません' END AS what_ja
FROM control k
WHERE k.live AND k.applicable = 1 AND NOT blank(k.basis)
  AND (regexp('(?i)' || setting('not_a_basis'), coalesce(k.justification, ''))
    OR (NOT has(k.basis, 'business') AND NOT has(k.basis, 'contract')
      AND blank(k.risks) AND blank(k.legal)
      AND NOT EXISTS (SELECT 1 FROM link l WHERE l.dst = k.id
          AND l.src_kind IN ('risk', 'risk_treatment', 'legal_requirement'))))
