---
code: GEN-19
clause: "7.5.3"
severity: warning
profile: operating
title:
  en: "Two documents in force with one title"
  ja: "同じ表題の有効な文書"
message:
  en: "{id} and {other} are both in force with the title \"{title}\""
  ja: "{id} と {other} はともに有効で、表題が同じ「{title}」です"
help:
  en: "withdraw one of them, or tell them apart by their titles"
  ja: "一方を廃止するか、表題で区別してください"
why:
  en: "Whoever looks a rule up must find one answer (clause 7.5.3). A missing version is reported by DOC-02, a doubled id by GEN-02."
  ja: "規則を調べる人が一つの答えにたどり着けることが必要です（箇条7.5.3）。版の欠落はDOC-02、id の重複はGEN-02で報告します。"
fails: |
  id: DOC-0002
  title: Information Security Policy
passes: |
  id: DOC-0002
  title: Information Security Rules
---
SELECT b.id, 'title' AS field, a.id AS other, b.title, a.id AS also_id, 'title' AS also_field
FROM document a JOIN document b ON b.id > a.id AND lower(trim(a.title)) = lower(trim(b.title))
WHERE a.status = 'in_force' AND b.status = 'in_force'
  AND a.translation_of IS NOT b.id AND b.translation_of IS NOT a.id
  AND (a.translation_of IS NULL OR a.translation_of IS NOT b.translation_of)
GROUP BY b.id HAVING a.id = min(a.id)
