---
code: HIS-08
clause: "7.5.3"
severity: warning
profile: operating
needs_history: true
title:
  en: "Recorded long after it happened"
  ja: "実施から大幅に遅れた記録"
message:
  en: "{field_} {happened} of {id} was first recorded on {landed}, {late} {late:day|days} later (commit {commit_}, {who})"
  ja: "{id} の {field_}（{happened}）は、{late} 日後の {landed} に初めて記録されています（コミット {commit_}、{who}）"
help:
  en: "record things as they happen; say in the record why it came late and what it is based on"
  ja: "実施したら速やかに記録し、遅れた理由と根拠を記録に残してください"
why:
  en: "Records are evidence of what was done (clause 7.5.3); one that comes weeks later needs something else to stand on. Dates before the history begins are not told, nor what people bring along, such as certificates."
  ja: "記録は実施の証拠です（箇条7.5.3）。何週間も後の記録には、ほかの裏付けが必要です。履歴の始まりより前の日付、及び資格のように本人が持参するものは対象外です。"
fails: |
  commit: {day: 2026-06-29, by: PER-0003}
  ===
  kind: training_session
  id: TRN-0900
  status: held
  planned_on: 2026-05-20
  held_on: 2026-05-20
  topics: [Phishing]
  covers: [policy]
  trainer: PER-0002
  audience: sales
  attendees: [PER-0004]
passes: |
  commit: {day: 2026-05-25, by: PER-0003}
  ===
  kind: training_session
  id: TRN-0900
  status: held
  planned_on: 2026-05-20
  held_on: 2026-05-20
  topics: [Phishing]
  covers: [policy]
  trainer: PER-0002
  audience: sales
  attendees: [PER-0004]
---
SELECT d.id, d.field, coalesce(field_label(d.kind, d.field) || ' (' || d.field || ')', d.field) AS field_, d.day AS happened, d.landed, d.late,
    substr(d.commit_id, 1, 7) AS commit_, author(c.author_name) AS who
FROM recorded d JOIN commits c ON c.commit_id = d.commit_id
WHERE d.late > setting('late_record_days') + 0 AND d.field NOT IN ('created', 'reviewed')
  AND d.kind NOT IN ('competence', 'person', 'organisation')
  AND d.day >= (SELECT min(day) FROM commits)
  AND d.landed > date_add(asof(), '-' || setting('history_reach'))
  AND NOT EXISTS (SELECT 1 FROM recorded x WHERE x.id = d.id AND x.late > d.late
    AND x.field NOT IN ('created', 'reviewed') AND x.day >= (SELECT min(day) FROM commits))
GROUP BY d.id
