---
code: DOC-10
clause: "5.2"
severity: warning
profile: operating
title:
  en: "Policy not made known"
  ja: "方針の未周知"
message:
  en: "version {version} of {id} is in force since {day}, and {what}"
  ja: "{id} 第{version}版は {day} から有効ですが、{what_ja}"
help:
  en: "record an acknowledgement of this version, or hold a training that covers the policy"
  ja: "この版の同意・周知記録を作成するか、方針を扱う教育を実施してください"
why:
  en: "The policy is communicated within the organisation (clauses 5.2 f and 7.3); thirty days after it came into force proof is expected. An acknowledgement of its translation with the same version counts."
  ja: "方針は組織内に伝達します（箇条5.2 f、7.3）。施行後30日を過ぎると証拠が求められます。同じ版の翻訳版に対する同意・周知記録でも構いません。"
fails: |
  id: ACK-0001
  version: "0.9"
  ===
  id: TRN-0001
  covers: [contribution, consequence]
passes: |
  id: ACK-0001
  version: "1.0"
---
SELECT d.id, 'version' AS field, d.version, coalesce(d.effective_on, d.approved_on) AS day,
    CASE WHEN EXISTS (SELECT 1 FROM acknowledgement a WHERE a.document = d.id)
      THEN 'only an earlier version is acknowledged' ELSE 'no acknowledgement or training is recorded' END AS what,
    CASE WHEN EXISTS (SELECT 1 FROM acknowledgement a WHERE a.document = d.id)
      THEN '周知の記録は前の版のものだけです' ELSE '周知又は教育が記録されていません' END AS what_ja
FROM document d
WHERE d.status = 'in_force' AND d.doc_type = 'policy' AND d.translation_of IS NULL
  AND days(coalesce(d.effective_on, d.approved_on), asof()) > setting('policy_known_days') + 0
  AND NOT EXISTS (SELECT 1 FROM acknowledgement a JOIN document o ON o.id = a.document
    WHERE (o.id = d.id OR o.translation_of = d.id) AND a.version = d.version)
  AND NOT EXISTS (SELECT 1 FROM training_session t WHERE t.status IN ('held', 'reported', 'closed')
      AND t.held_on >= coalesce(d.effective_on, d.approved_on) AND has(coalesce(t.covers, ''), 'policy'))
