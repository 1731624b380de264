---
code: ROL-04
clause: "5.3"
severity: note
profile: certified
title:
  en: "Key role without deputy"
  ja: "代行者のない主要な役割"
message:
  en: "{id} {name} has no deputy recorded"
  ja: "{id}「{name}」に代行者が記録されていません"
help:
  en: "name who stands in"
  ja: "代行者を記録してください"
why:
  en: "The ISMS goes on while one person is away (clause 5.3). Key roles are those with a mandate of clause 5.3."
  ja: "一人が不在でもISMSは続きます（箇条5.3）。主要な役割とは箇条5.3の責任を割り当てた役割です。"
fails: |
  id: ROL-0002
  deputy: ~
passes: |
  id: ROL-0002
  deputy: PER-0004
---
SELECT id, 'mandated' AS field, title(id) AS name FROM role
WHERE live AND NOT blank(mandated) AND deputy IS NULL
