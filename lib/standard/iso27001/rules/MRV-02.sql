---
code: MRV-02
clause: "9.3.2"
severity: error
profile: starter
title:
  en: "Management review without an input"
  ja: "マネジメントレビューのインプット不足"
message:
  en: "{id} has nothing recorded for input {what}"
  ja: "{id} にインプット {what_ja} が記録されていません"
help:
  en: "record what the review looked at for each input from a to g, also when there was nothing new"
  ja: "a から g までの各インプットについて、変化がない場合も含めて記録してください"
why:
  en: "Clause 9.3.2 lists what a review considers; each letter is asked for in the audit. Stands in for GEN-06 on the inputs."
  ja: "箇条9.3.2はレビューで考慮すべき事項を挙げており、審査では一つずつ確認されます。インプットについてはGEN-06に代わって報告します。"
fails: |
  id: MRV-0001
  inputs: {a: First review, b: No change, c: No change, d1: One action open, d2: As planned, d3: Two audits, d4: On its way, f: One risk accepted, g: Shorter rules}
passes: |
  id: MRV-0001
  inputs: {a: First review, b: No change, c: No change, d1: One action open, d2: As planned, d3: Two audits, d4: On its way, e: None, f: One risk accepted, g: Shorter rules}
---
SELECT m.id, 'inputs' AS field, 'a) to g), none of them' AS what, 'a) ～ g) のいずれ' AS what_ja
FROM management_review m WHERE m.state_rank >= 1 AND blank(coalesce(m.inputs_a, m.inputs_b, m.inputs_c,
    m.inputs_d1, m.inputs_d2, m.inputs_d3, m.inputs_d4, m.inputs_e, m.inputs_f, m.inputs_g))
UNION ALL
SELECT m.id, 'inputs.' || w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM management_review m, (VALUES ('a', 'a) earlier actions', 'a) 前回までの処置'),
    ('b', 'b) changed issues', 'b) 課題の変化'),
    ('c', 'c) changed needs of interested parties', 'c) 利害関係者のニーズの変化'),
    ('d1', 'd1) nonconformities and corrective actions', 'd1) 不適合及び是正処置'),
    ('d2', 'd2) measurements', 'd2) 監視及び測定の結果'), ('d3', 'd3) audits', 'd3) 監査結果'),
    ('d4', 'd4) objectives', 'd4) 情報セキュリティ目的の達成'),
    ('e', 'e) feedback of interested parties', 'e) 利害関係者からのフィードバック'),
    ('f', 'f) risks and treatment plan', 'f) リスクアセスメント及びリスク対応計画'),
    ('g', 'g) chances to improve', 'g) 継続的改善の機会')) w
WHERE m.state_rank >= 1 AND NOT blank(coalesce(m.inputs_a, m.inputs_b, m.inputs_c,
    m.inputs_d1, m.inputs_d2, m.inputs_d3, m.inputs_d4, m.inputs_e, m.inputs_f, m.inputs_g))
  AND CASE w.column1 WHEN 'a' THEN blank(m.inputs_a)
    WHEN 'b' THEN blank(m.inputs_b) WHEN 'c' THEN blank(m.inputs_c)
    WHEN 'd1' THEN blank(m.inputs_d1) WHEN 'd2' THEN blank(m.inputs_d2)
    WHEN 'd3' THEN blank(m.inputs_d3) WHEN 'd4' THEN blank(m.inputs_d4)
    WHEN 'e' THEN blank(m.inputs_e) WHEN 'f' THEN blank(m.inputs_f)
    ELSE blank(m.inputs_g) END
