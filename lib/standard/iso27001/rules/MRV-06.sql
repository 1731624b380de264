---
code: MRV-06
clause: "9.3.2"
severity: error
profile: operating
title:
  en: "Earlier action not mentioned"
  ja: "前回の処置への言及なし"
message:
  en: "{id} does not mention decision {nr} of {before} (\"{text}\"), which was still open"
  ja: "{id} は、未完了だった {before} の決定事項 {nr}（{text}）に触れていません"
help:
  en: "say under input a what became of it"
  ja: "インプット a にその後の状況を記録してください"
why:
  en: "Clause 9.3.2 a) asks for the status of the actions of earlier reviews. It counts as mentioned when the record that carries it out, or the words of the decision, stand there."
  ja: "箇条9.3.2 a) は前回までのレビューの処置の状況を求めています。実施を担う記録の id 又は決定の文言があれば言及とみなします。"
fails: |
  kind: management_review
  id: MRV-0002
  status: held
  period: FY2025
  planned_on: 2026-06-15
  held_on: 2026-06-15
  chair: PER-0001
  attendees: [PER-0001]
  inputs: {a: Nothing, b: No change, c: No change, d1: One action open, d2: As planned, d3: Two audits, d4: On its way, e: None, f: One risk accepted, g: None}
  conclusions: {suitable: Suitable, adequate: Adequate, effective: Effective}
  decisions:
    - {text: More people, type: resource, owner: PER-0001, due: 2026-09-01}
passes: |
  kind: management_review
  id: MRV-0002
  status: held
  period: FY2025
  planned_on: 2026-06-15
  held_on: 2026-06-15
  chair: PER-0001
  attendees: [PER-0001]
  inputs: {a: CHG-0002 is on its way, b: No change, c: No change, d1: One action open, d2: As planned, d3: Two audits, d4: On its way, e: None, f: One risk accepted, g: None}
  conclusions: {suitable: Suitable, adequate: Adequate, effective: Effective}
  decisions:
    - {text: More people, type: resource, owner: PER-0001, due: 2026-09-01}
---
SELECT m.id, 'inputs.a' AS field, e.id AS before, d.n + 1 AS nr, d.text,
    e.id AS also_id, 'decisions[' || d.n || ']' AS also_field,
    CASE WHEN blank(d.ref) THEN 'MRV-05 ' || e.id END AS same_as
FROM management_review m JOIN management_review e
    ON e.held_on = (SELECT max(held_on) FROM management_review WHERE held_on < m.held_on)
JOIN management_review_decisions d ON d.id = e.id AND d.type <> 'none'
WHERE m.state_rank >= 1 AND NOT blank(m.inputs_a)
  AND m.held_on = (SELECT max(held_on) FROM management_review WHERE state_rank >= 1)
  AND (blank(d.ref) OR EXISTS (SELECT 1 FROM record r WHERE has(d.ref, r.id) AND NOT r.ended))
  AND instr(m.inputs_a, e.id) = 0 AND same_words(m.inputs_a, d.text) < 0 + setting('decision_alike')
  AND NOT EXISTS (SELECT 1 FROM record r
      WHERE has(coalesce(d.ref, ''), r.id) AND instr(m.inputs_a, r.id) > 0)
