---
code: HIS-20
clause: "9.3.2"
severity: warning
profile: operating
title:
  en: "The same words as the time before"
  ja: "前回と同じ文面"
message:
  en: "{alike} % of the {what} of {id} are those of {before}"
  ja: "{id} の文面は、{what_ja}の {alike} % が {before} と一致しています"
help:
  en: "write what was found this time"
  ja: "今回確認した内容を記述してください"
why:
  en: "Each review, audit and programme speaks of its own year (clauses 9.2.2, 9.3.2). Texts that differ in dates alone show that the last ones were copied. Compared are lines without their digits, and words; short texts are not. Rounds of risk assessment are reported by RSK-17."
  ja: "レビュー、監査及び監査プログラムは、それぞれの年の内容を記述します（箇条9.2.2、9.3.2）。日付以外が同じ文面は、前回の写しと見られます。数字を除いた行、及び語句を比較し、短い文章は比較しません。リスクアセスメントはRSK-17で報告します。"
fails: |
  kind: management_review
  id: MRV-0900
  status: approved
  period: FY2025
  planned_on: 2026-06-20
  held_on: 2026-06-20
  chair: PER-0001
  attendees: [PER-0001, PER-0002, PER-0003, PER-0004]
  inputs:
    a: First review, no earlier actions
    b: No change of issues
    c: No change of needs
    d1: NCR-0001 and NCR-0002, one action open
    d2: MET-0001 above its threshold
    d3: AUD-0001 and AUD-0002
    d4: OBJ-0001 on its way
    e: One customer asked for the certificate
    f: RSK-0001 accepted, RTP-0002 in progress
    g: Shorter rules
  conclusions: {suitable: Suitable, adequate: Adequate, effective: Effective}
  decisions:
    - {text: Shorten the rules, type: improvement, owner: PER-0002, due: 2026-09-30, ref: [CHG-0002]}
  approved_by: PER-0001
  approved_on: 2026-06-25
passes: |
  kind: management_review
  id: MRV-0900
  status: approved
  period: FY2025
  planned_on: 2026-06-20
  held_on: 2026-06-20
  chair: PER-0001
  attendees: [PER-0001, PER-0002, PER-0003, PER-0004]
  inputs:
    a: MRV-0001 asked for shorter rules, CHG-0002 has been planned for September
    b: The platform was moved to a second region
    c: Two customers ask for the certificate by the end of the year
    d1: NCR-0002 closed after its effect was seen, NCR-0001 waits for the tool
    d2: MET-0001 97 % after 95 % in the quarter before
    d3: AUD-0001 reported two minor nonconformities
    d4: OBJ-0001 stands at 40 % of 80 %
    e: None since May
    f: RTP-0002 in progress until September
    g: Less paper in sales
  conclusions: {suitable: Suitable, adequate: More people for operations, effective: Effective}
  decisions:
    - {text: Shorten the rules, type: improvement, owner: PER-0002, due: 2026-09-30, ref: [CHG-0002]}
  approved_by: PER-0001
  approved_on: 2026-06-25
---
WITH t AS (SELECT 'management_review' AS kind, id, held_on AS day, coalesce(inputs_a, '') || char(10) || coalesce(inputs_b, '') || char(10) || coalesce(inputs_c, '')
      || char(10) || coalesce(inputs_d1, '') || char(10) || coalesce(inputs_d2, '') || char(10) || coalesce(inputs_d3, '')
      || char(10) || coalesce(inputs_d4, '') || char(10) || coalesce(inputs_e, '') || char(10) || coalesce(inputs_f, '')
      || char(10) || coalesce(inputs_g, '') || char(10) || coalesce(conclusions_suitable, '')
      || char(10) || coalesce(conclusions_adequate, '') || char(10) || coalesce(conclusions_effective, '') || char(10) || coalesce(body, '') AS text
    FROM management_review WHERE held_on IS NOT NULL
    UNION ALL SELECT 'audit' || coalesce(departments, ''), id, held_on, coalesce(conclusion, '') || char(10) || coalesce(body, '')
      || char(10) || coalesce((SELECT group_concat(s.sample || ' ' || coalesce(s.note, ''), char(10)) FROM audit_results s WHERE s.id = a.id), '')
    FROM audit a WHERE held_on IS NOT NULL AND audit_type = 'internal'
    UNION ALL SELECT 'audit_programme', id, approved_on, coalesce(rationale, '') || char(10) || coalesce(body, '')
    FROM audit_programme WHERE approved_on IS NOT NULL),
  p AS (SELECT id, text, lag(id) OVER w AS before, lag(text) OVER w AS old
    FROM t WHERE length(text) > 160 WINDOW w AS (PARTITION BY kind ORDER BY day, id)),
  s AS MATERIALIZED (SELECT id, before, same_lines(text, old) AS lines, same_words(text, old) AS words FROM p WHERE old IS NOT NULL)
SELECT id, before, before AS also_id, CAST(round(100 * max(lines, words)) AS INTEGER) AS alike,
    CASE WHEN lines >= words THEN 'lines (digits aside)' ELSE 'words' END AS what,
    CASE WHEN lines >= words THEN '行（数字を除く）' ELSE '語句' END AS what_ja
FROM s WHERE max(lines, words) >= setting('copy_alike') + 0
