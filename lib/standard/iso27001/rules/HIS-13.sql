---
code: HIS-13
clause: "9.2.2"
severity: warning
profile: operating
needs_history: true
title:
  en: "Lowered without a recorded reason"
  ja: "理由の記録がない引下げ"
message:
  en: "{field_} of {id} went from {old} to {new} on {day} (commit {commit_}, {who}), and nothing else of it changed that would explain it"
  ja: "{id} の {field_} が {day} に「{old}」から「{new}」に下げられています（コミット {commit_}、{who}）。理由となる変更は記録されていません"
help:
  en: "record the reason in the same record: what was done, tested or decided"
  ja: "実施した対策、試験、決定など、理由を同じ記録に残してください"
why:
  en: "A grade falls when something was done; the record says what (clauses 8.2, 9.2.2, 10.2). A finding is graded by the auditor and does not change once the audit is reported. Text, treatment, controls, criteria or a decision changed in the same commit count as a reason; so does a treatment of the risk finished, or a control of it tested, in the year before."
  ja: "区分や評価が下がるのは対策等を行った結果であり、その内容を記録します（箇条8.2、9.2.2、10.2）。指摘事項の区分は監査員が決め、監査の報告後は変わりません。同じコミットでの本文、対応、管理策、基準、決定の変更、及び過去一年間に完了したリスク対応、及び試験した管理策は理由とみなします。"
fails: |
  commit: {day: 2026-06-10, by: PER-0003}
  ===
  id: FND-0001
  finding_type: observation
passes: |
  id: NCR-0001
  severity: major
  ===
  commit: {day: 2026-06-10, by: PER-0003}
  ===
  id: NCR-0001
  severity: minor
  consequences: None found; logs of a year were searched
---
WITH h AS (SELECT h.id, h.seq, h.field, h.old, h.new, h.day, h.author, r.kind,
      coalesce(h.written_id, h.commit_id) AS commit_id
    FROM record r JOIN history h ON h.id = r.id AND h.what = 'changed' AND h.old IS NOT NULL AND h.new IS NOT NULL
    WHERE r.kind IN ('audit_finding', 'nonconformity', 'incident', 'risk') AND r.live + r.ended > 0
      AND (h.field IN ('finding_type', 'severity', 'level', 'likelihood', 'impact', 'residual_level',
          'residual_likelihood', 'residual_impact') OR instr(h.field, 'scores['))
      AND h.day > date_add(asof(), '-' || setting('history_reach'))
      AND NOT EXISTS (SELECT 1 FROM history y WHERE y.id = h.id AND y.field = h.field AND y.seq > h.seq))
SELECT h.id, h.field, field_label(h.kind, h.field) || ' (' || h.field || ')' AS field_,
    word('manual.level_' || h.old, label_of(h.kind, h.field, h.old)) AS old,
    word('manual.level_' || h.new, label_of(h.kind, h.field, h.new)) AS new, h.day, author(h.author) AS who,
    substr(h.commit_id, 1, 7) AS commit_, min(h.field NOT LIKE '%level') AS first
FROM h WHERE CASE
    WHEN h.kind = 'incident' THEN h.new + 0 > h.old + 0
    WHEN h.field LIKE '%level' THEN (SELECT l.n FROM risk_criteria_levels l WHERE l.value = h.new LIMIT 1)
      < (SELECT l.n FROM risk_criteria_levels l WHERE l.value = h.old LIMIT 1)
    WHEN h.kind = 'risk' THEN h.new + 0 < h.old + 0
    ELSE h.old = 'major' AND h.new <> 'major' OR h.old = 'minor' AND h.new IN ('observation', 'ofi', 'strength') END
  -- What an auditor reported stays, whatever is said beside it.
  AND (h.field = 'finding_type' AND EXISTS (SELECT 1 FROM audit_finding f JOIN audit a ON a.id = f.audit
      AND a.reported_on <= h.day WHERE f.id = h.id)
    OR NOT EXISTS (SELECT 1 FROM history x WHERE x.id = h.id AND x.seq = h.seq
      AND (x.what = 'body' OR x.field IN ('treatments', 'existing_controls', 'criteria', 'option', 'threat',
        'vulnerability', 'event', 'consequence', 'assets', 'description', 'evidence', 'consequences', 'cause',
        'criterion', 'lessons', 'linked', 'decision', 'actions', 'residual_reason', 'acceptance.reason'))))
  AND (h.kind <> 'risk' OR NOT EXISTS (SELECT 1 FROM link k JOIN risk_treatment t ON t.id = k.src
      WHERE k.dst = h.id AND k.field = 'risks' AND t.done_on BETWEEN date_add(h.day, '-P1Y') AND h.day)
    AND NOT EXISTS (SELECT 1 FROM link k JOIN control c ON c.id = k.dst
      WHERE k.src = h.id AND k.field = 'existing_controls' AND c.last_tested BETWEEN date_add(h.day, '-P1Y') AND h.day))
GROUP BY h.id
