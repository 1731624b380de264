---
code: OBJ-09
clause: "6.2"
severity: error
profile: operating
title:
  en: "No objective in this year"
  ja: "当年度の目的なし"
message:
  en: "no objective is active in {period}"
  ja: "{period} に取り組み中の情報セキュリティ目的がありません"
help:
  en: "set objectives for the year"
  ja: "年度の情報セキュリティ目的を設定してください"
why:
  en: "Clause 6.2 asks for objectives at relevant functions and levels; three months into the ISMS year they are expected."
  ja: "箇条6.2は関連する部門及び階層での目的の設定を求めています。ISMS年度の開始から3か月までに必要です。"
fails: |
  id: OBJ-0001
  status: draft
passes: |
  id: OBJ-0001
  status: active
---
SELECT NULL AS id, period(asof()) AS period
WHERE asof() >= date_add(max(period_first(period(asof())),
      coalesce((SELECT min(created) FROM organisation), asof())), setting('plans_by'))
  AND NOT EXISTS (SELECT 1 FROM objective
      WHERE status IN ('active', 'achieved', 'missed', 'closed')
        AND start <= period_last(period(asof())) AND due >= period_first(period(asof())))
