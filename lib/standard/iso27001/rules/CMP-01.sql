---
code: CMP-01
clause: "7.2"
severity: error
profile: operating
title:
  en: "Competence missing"
  ja: "力量の不足"
message:
  en: "{who} holds {role} and has no competence \"{skill}\"{at} recorded, and no action is planned"
  ja: "{who}は {role} の担当ですが、力量「{skill}」{at_ja}が記録されておらず、処置も計画されていません"
help:
  en: "record the competence with its evidence, or plan a training as gap_action"
  ja: "証拠とともに力量を記録するか、gap_action に教育を計画してください"
why:
  en: "Clause 7.2 b) and c) ask that people have the competence their role needs, or that something is done to reach it. Where role and record state the level as a number, a lower one is not enough."
  ja: "箇条7.2 b) 及び c) は、役割に必要な力量を備えること、又は備えるための処置を求めています。役割と力量記録の水準がともに数字の場合は、下回るものを不足とします。"
fails: |
  remove: [CMP-0002]
passes: |
  id: CMP-0002
  skill: Information security management
---
SELECT r.id, 'holders[' || h.n || ']' AS field, person(h.value) AS who, label(r.id) AS role, c.skill,
    CASE WHEN c.level GLOB '[0-9]*' AND NOT c.level GLOB '*[^0-9]*' THEN ' at level ' || c.level ELSE '' END AS at,
    CASE WHEN c.level GLOB '[0-9]*' AND NOT c.level GLOB '*[^0-9]*' THEN '（水準 ' || c.level || '）' ELSE '' END AS at_ja,
    r.id AS also_id, 'competence[' || c.n || ']' AS also_field
FROM role r JOIN role_holders h ON h.id = r.id JOIN role_competence c ON c.id = r.id
WHERE r.live AND NOT blank(c.skill)
  AND NOT EXISTS (SELECT 1 FROM competence k WHERE k.person = h.value AND k.live
      AND (k.gap_action IS NOT NULL OR c.level IS NULL OR c.level GLOB '*[^0-9]*'
        OR k.level GLOB '*[^0-9]*' OR k.level + 0 >= c.level + 0)
      AND (lower(k.skill) = lower(c.skill) OR same_words(k.skill, c.skill) >= 0 + setting('skill_alike')
        OR instr(lower(c.skill), lower(k.skill)) > 0 OR instr(lower(k.skill), lower(c.skill)) > 0))
