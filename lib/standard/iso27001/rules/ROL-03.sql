---
code: ROL-03
clause: "A.5.3"
severity: warning
profile: operating
title:
  en: "Incompatible roles in one hand"
  ja: "兼務できない役割の兼務"
message:
  en: "{who} holds {id} and {other}, which are recorded as incompatible"
  ja: "{who}は、兼務できないとされた {id} と {other} を兼ねています"
help:
  en: "give one of the roles to somebody else"
  ja: "いずれかの役割を別の人に割り当ててください"
why:
  en: "Duties that check each other are kept apart (A.5.3)."
  ja: "互いに確認し合う職務は分離します（A.5.3）。"
fails: |
  id: ROL-0002
  holders: [PER-0003]
passes: |
  id: ROL-0002
  holders: [PER-0002]
---
SELECT a.id, 'holders[' || h.n || ']' AS field, person(h.value) AS who, b.id AS other,
    b.id AS also_id, 'holders' AS also_field
FROM role a JOIN role_incompatible_with i ON i.id = a.id JOIN role b ON b.id = i.value AND b.live
JOIN role_holders h ON h.id = a.id
JOIN role_holders g ON g.id = b.id AND g.value = h.value
WHERE a.live AND (a.id < b.id OR NOT EXISTS (SELECT 1 FROM role_incompatible_with z
    WHERE z.id = b.id AND z.value = a.id))
