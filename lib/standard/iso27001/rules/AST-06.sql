---
code: AST-06
clause: "A.5.34"
severity: warning
profile: operating
title:
  en: "Personal data without legal requirement"
  ja: "法令の記録のない個人情報"
message:
  en: "{id} {name} holds personal data{more}, and no legal requirement is recorded"
  ja: "{id}「{name}」は個人情報を含みますが{more_ja}、法令・規制要求事項が記録されていません"
help:
  en: "record the law that protects these data and how it is met"
  ja: "個人情報を保護する法令と対応を記録してください"
why:
  en: "A.5.34 asks to meet what law and contracts say on personal data. An excluded A.5.34 is reported by CTL-13."
  ja: "A.5.34は個人情報に関する法令及び契約の要求事項を満たすことを求めています。A.5.34の適用除外はCTL-13で報告します。"
fails: |
  remove: [LEG-0001]
  ===
  id: A.5.34
  legal: ~
  basis: [business]
  ===
  id: IPY-0004
  requirements:
    - {text: Protection of personal data, basis: law, addressed: true, where: [DOC-0002]}
passes: |
  id: LEG-0001
  status: active
---
SELECT min(id) AS id, 'pii' AS field, title(id) AS name,
    CASE WHEN count(*) > 1 THEN ', as ' || (count(*) - 1) || ' more do' ELSE '' END AS more,
    CASE WHEN count(*) > 1 THEN '（他 ' || (count(*) - 1) || ' 件）' ELSE '' END AS more_ja
FROM asset
WHERE live AND pii = 1 AND NOT EXISTS (SELECT 1 FROM legal_requirement WHERE live)
HAVING count(*) > 0
