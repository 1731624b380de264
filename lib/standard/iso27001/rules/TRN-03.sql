---
code: TRN-03
clause: "7.3"
severity: warning
profile: operating
title:
  en: "Person not reached by training"
  ja: "教育未受講者"
message:
  en: "{who} attended no awareness training of {period}; the last session for all was {session} on {day}"
  ja: "{who}は {period} の情報セキュリティ教育を受講していません。全員対象の最後の教育は {day} の {session} です"
help:
  en: "hold a make-up session and record it with makeup_of"
  ja: "補講を行い、makeup_of とともに記録してください"
why:
  en: "Clause 7.3 speaks of everybody who works under the control of the organisation. A session counts when it is for all, covers the policy, or makes up for another; a course on one skill does not."
  ja: "箇条7.3は組織の管理下で働く全ての人を対象とします。全員対象の教育、方針を扱う教育及び補講を数え、特定の技能だけの講習は数えません。"
fails: |
  id: TRN-0001
  attendees: [PER-0001, PER-0002, PER-0003]
passes: |
  id: TRN-0001
  audience: 安全管理者
  attendees: [PER-0001]
---
WITH a AS (SELECT id, held_on, period(held_on) AS period FROM training_session
    WHERE state_rank >= 1 AND held_on IS NOT NULL
      AND regexp('(?i)' || setting('everybody_words'), audience)
    ORDER BY held_on DESC LIMIT 1)
SELECT p.id, 'name' AS field, person(p.id) AS who, a.period, a.id AS session, a.held_on AS day,
    a.id AS also_id, 'attendees' AS also_field, 'TRN-05 ' || p.id AS same_as
FROM person p, a
WHERE p.live AND (p.left IS NULL OR p.left >= asof()) AND p.joined <= a.held_on
  AND days(a.held_on, asof()) > setting('joiner_days') + 0
  AND NOT EXISTS (SELECT 1 FROM training_session t JOIN training_session_attendees x ON x.id = t.id
      WHERE x.value = p.id AND t.held_on >= period_first(a.period)
        AND (t.makeup_of IS NOT NULL OR has(coalesce(t.covers, ''), 'policy')
          OR regexp('(?i)' || setting('everybody_words'), t.audience)))
