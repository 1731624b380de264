---
code: CTL-04
clause: "6.1.3"
severity: error
profile: operating
title:
  en: "Applicable control without owner"
  ja: "責任者のいない管理策"
message:
  en: "{id} {name} is applicable and has no owner recorded"
  ja: "{id}「{name}」は適用としていますが、責任者が記録されていません"
help:
  en: "name the person who answers for the control"
  ja: "管理策に責任を持つ人を記録してください"
why:
  en: "Responsibilities are assigned for each control in use (A.5.2)."
  ja: "適用する管理策には責任を割り当てます（A.5.2）。"
fails: |
  id: A.8.1
  owner: ~
passes: |
  id: A.8.1
  owner: PER-0003
---
SELECT id, 'owner' AS field, title(id) AS name FROM control
WHERE live AND applicable = 1 AND owner IS NULL
