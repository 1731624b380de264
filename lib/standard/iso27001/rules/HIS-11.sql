---
code: HIS-11
clause: "7.5.3"
severity: warning
profile: operating
needs_history: true
title:
  en: "A year of records from one day"
  ja: "一日でまとめて作られた記録"
message:
  en: "{n} of {all_} {all_:record|records} ({kind_}) of {period}, which happened between {from_} and {to_}, were first recorded on {landed} (commit {commit_}, {who})"
  ja: "{period} の{kind_} {all_} 件のうち {n} 件（{from_}〜{to_} の分）が、{landed} に初めて記録されています（コミット {commit_}、{who}）"
help:
  en: "record each as it happens; for these, say what they are based on"
  ja: "実施のつど記録し、これらについては根拠を残してください"
why:
  en: "Records of a year that appear on one day show that somebody wrote on that day; that the work was done through the year needs other evidence (clause 7.5.3, 9.1)."
  ja: "一年分の記録が一日で現れた場合、示せるのはその日に書いたことだけです。年間を通じて実施したことには別の証拠が必要です（箇条7.5.3、9.1）。"
fails: |
  commit: {day: 2026-06-25, by: PER-0003}
  ===
  id: ACT-0002
  runs:
    - {date: 2026-06-15, by: PER-0003, result: no remark, evidence: [Report of June 2026]}
    - {date: 2026-05-15, by: PER-0003, result: no remark, evidence: [Report of May 2026]}
    - {date: 2026-04-15, by: PER-0003, result: no remark, evidence: [Report of April 2026]}
    - {date: 2026-03-16, by: PER-0003, result: no remark, evidence: [Report of March 2026]}
    - {date: 2026-02-16, by: PER-0003, result: no remark, evidence: [Report of February 2026]}
    - {date: 2026-01-15, by: PER-0003, result: no remark, evidence: [Report of January 2026]}
    - {date: 2025-12-15, by: PER-0003, result: no remark, evidence: [Report of December 2025]}
    - {date: 2025-11-17, by: PER-0003, result: no remark, evidence: [Report of November 2025]}
    - {date: 2025-11-03, by: PER-0003, result: no remark, evidence: [Report of October 2025]}
    - {date: 2025-10-31, by: PER-0003, result: no remark, evidence: [Report of October 2025]}
    - {date: 2025-10-24, by: PER-0003, result: no remark, evidence: [First report]}
    - {date: 2025-10-17, by: PER-0003, result: no remark, evidence: [First try]}
passes: |
  commit: {day: 2026-06-25, by: PER-0003}
  ===
  id: ACT-0002
  runs:
    - {date: 2026-06-15, by: PER-0003, result: no remark, evidence: [Report of June 2026]}
    - {date: 2026-05-15, by: PER-0003, result: no remark, evidence: [Report of May 2026]}
---
WITH old AS MATERIALIZED (SELECT DISTINCT kind FROM recorded WHERE late > 60 AND field NOT IN ('created', 'reviewed')
      AND kind NOT IN ('competence', 'person', 'organisation') AND day >= (SELECT min(day) FROM commits)),
  one AS MATERIALIZED (SELECT kind, id, period(day) AS period, min(day) AS day, landed, seq, commit_id
    FROM recorded WHERE kind IN old AND field NOT IN ('created', 'reviewed')
    -- A member of a list counts for itself, a record once.
    GROUP BY id, CASE WHEN instr(field, '[') THEN field END),
  late AS (SELECT kind, period, landed, min(seq) AS seq, count(DISTINCT commit_id) AS commits,
      count(DISTINCT id || day) AS n, min(day) AS from_, max(day) AS to_, min(id) AS id
    FROM one WHERE day <= landed AND day >= (SELECT min(day) FROM commits)
    GROUP BY kind, period, landed
    HAVING count(DISTINCT id || day) >= 3 AND days(min(day), max(day)) > 60)
SELECT l.id, l.n, (SELECT count(DISTINCT o.id || o.day) FROM one o WHERE o.kind = l.kind AND o.period = l.period) AS all_,
    kind_label(l.kind) AS kind_, l.period, l.from_, l.to_, l.landed, author(c.author_name) AS who,
    substr(c.commit_id, 1, 7) || CASE WHEN l.commits > 1 THEN ' +' || (l.commits - 1) ELSE '' END AS commit_
FROM late l JOIN commits c ON c.seq = l.seq
WHERE l.n > 0.8 * all_
