---
code: TRN-06
clause: "7.3"
severity: warning
profile: operating
title:
  en: "Training leaves out what people must know"
  ja: "認識すべき事項の漏れ"
message:
  en: "the sessions of {period} do not cover {what}"
  ja: "{period} の教育は{what_ja}を扱っていません"
help:
  en: "hold a session that covers it and name it in covers"
  ja: "これを扱う教育を実施し、covers に示してください"
why:
  en: "Clause 7.3 names three things everybody is aware of: the policy, the own contribution, and what not conforming means."
  ja: "箇条7.3は、方針、自らの貢献、及び不適合の意味の三つを認識することを求めています。"
fails: |
  id: TRN-0001
  covers: [policy, contribution]
passes: |
  id: TRN-0001
  covers: [policy, contribution, consequence]
---
SELECT NULL AS id, p.name AS period, w.column2 AS what, w.column3 AS what_ja
FROM period_list p, (VALUES ('policy', 'the policy', '方針'),
    ('contribution', 'the contribution of each person', '自らの貢献'),
    ('consequence', 'the consequence of not conforming', '不適合の意味')) w
WHERE p.unit = 'year' AND p.first >= coalesce((SELECT min(created) FROM organisation), asof())
  AND p.name IN (period(asof()), period(date_add(asof(), '-P1Y')))
  AND asof() > date_add(p.first, setting('awareness_by'))
  AND EXISTS (SELECT 1 FROM training_session t WHERE t.state_rank >= 1 AND t.held_on BETWEEN p.first AND p.last)
  AND NOT EXISTS (SELECT 1 FROM training_session t WHERE t.state_rank >= 1
      AND t.held_on BETWEEN p.first AND p.last AND has(coalesce(t.covers, ''), w.column1))
