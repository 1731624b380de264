---
code: TRN-07
clause: "7.3"
severity: error
profile: operating
title:
  en: "Planned training not held"
  ja: "計画した教育の未実施"
message:
  en: "item {nr} of {id} (\"{topic}\") was planned for {month}, and no session is recorded"
  ja: "{id} の項目 {nr}「{topic}」は {month} の予定でしたが、実施が記録されていません"
help:
  en: "hold it and record a session with programme {id}, or change the plan"
  ja: "実施して programme に {id} を示して記録するか、計画を改めてください"
why:
  en: "The plan is carried out (clauses 7.2, 7.3); two months after the planned month its lack is an error. A session counts when it names the programme and its topics match, or when all sessions of the plan are as many as its items due."
  ja: "計画は実施するものです（箇条7.2、7.3）。予定月から2か月を過ぎるとエラーとします。programme が一致しテーマが対応する教育、又は予定した項目数だけの教育があれば実施とみなします。"
fails: |
  id: TRP-0001
  items:
    - {topic: Rules and phishing, audience: all staff, planned: 2026-02}
    - {topic: Secure coding, audience: developers, planned: 2026-03}
passes: |
  id: TRP-0001
  items:
    - {topic: Rules and phishing, audience: all staff, planned: 2026-02}
    - {topic: Secure coding, audience: developers, planned: 2026-05}
---
WITH i AS (SELECT p.id, x.n, x.topic, x.planned,
      date_add(date_add(x.planned || '-01', 'P1M'), setting('training_grace')) AS late
    FROM training_programme p JOIN training_programme_items x ON x.id = p.id
    WHERE p.status = 'approved')
SELECT i.id, 'items[' || i.n || '].planned' AS field, i.n + 1 AS nr, i.topic, i.planned AS month
FROM i
WHERE asof() >= i.late
  AND NOT EXISTS (SELECT 1 FROM training_session t WHERE t.programme = i.id AND t.state_rank >= 1
      AND (has(coalesce(t.topics, ''), i.topic) OR t.title = i.topic
        OR same_words(t.title || ' ' || coalesce(t.topics, ''), i.topic) >= 0 + setting('topic_alike')
        OR substr(t.held_on, 1, 7) = i.planned))
  AND (SELECT count(*) FROM training_session t WHERE t.programme = i.id AND t.state_rank >= 1)
    < (SELECT count(*) FROM i j WHERE j.id = i.id AND asof() >= j.late)
