---
code: AST-03
clause: "A.5.9"
severity: warning
profile: operating
title:
  en: "Asset register not checked this year"
  ja: "情報資産台帳の棚卸しの未実施"
message:
  en: "assets not looked at in {period}: {n}, such as {id} (last on {day})"
  ja: "{period} に見直されていない資産が {n} 件あります（例: {id}、最後は {day}）"
help:
  en: "check the register and record reviewed"
  ja: "台帳の棚卸しを行い、reviewed を記録してください"
why:
  en: "An inventory is worth what its last check is worth (A.5.9). Expected three months into the ISMS year."
  ja: "目録の価値は最後の棚卸しで決まります（A.5.9）。ISMS年度の開始から3か月までに必要です。"
fails: |
  id: AST-0002
  reviewed: 2025-09-15
  created: 2025-09-15
passes: |
  id: AST-0002
  reviewed: 2025-12-15
---
SELECT min(id) AS id, CASE WHEN reviewed IS NULL THEN 'created' ELSE 'reviewed' END AS field,
    count(*) AS n, period(asof()) AS period, coalesce(reviewed, created) AS day
FROM asset
WHERE live AND coalesce(reviewed, created) < period_first(period(asof()))
  AND asof() > date_add(period_first(period(asof())), setting('assets_by'))
HAVING count(*) > 0
