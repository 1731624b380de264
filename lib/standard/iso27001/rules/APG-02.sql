---
code: APG-02
clause: "9.2.2"
severity: error
profile: certified
title:
  en: "Audits leave something out"
  ja: "監査対象の漏れ"
message:
  en: "{what} not covered by the internal audits of {span} ({n}): {list}"
  ja: "{span_ja}の内部監査が対象としていない{what_ja}が {n} 件あります: {list}"
help:
  en: "add them to the scope of an audit of the programme"
  ja: "プログラムのいずれかの監査の対象に加えてください"
why:
  en: "The programme covers every clause each ISMS year, and every applicable control and department within its cycle: the years it names, one year before the first certification."
  ja: "監査プログラムは、毎年度全ての箇条を、サイクル（定めた年数。初回認証前は1年）の中で全ての適用管理策と部門を対象とします。"
fails: |
  id: AUD-0001
  scope_clauses: [4, 5, 6, 7, 8, 10]
passes: |
  id: AUD-0001
  scope_clauses: [4, 5, 6, 7, 8, 9, 10]
---
WITH prog AS MATERIALIZED (SELECT id, period, period_first(period) AS first,
      period_last(period) AS last,
      CASE WHEN (SELECT certification_decided FROM organisation WHERE live) IS NULL
          THEN 1 ELSE cycle_years END AS years
    FROM audit_programme WHERE status = 'approved' AND period_first(period) <= asof()
    ORDER BY period DESC LIMIT 1),
  near AS MATERIALIZED (SELECT a.id FROM audit a, prog WHERE a.audit_type = 'internal'
      AND a.status <> 'cancelled' AND coalesce(a.held_on, a.planned_on) >= prog.first),
  far AS MATERIALIZED (SELECT a.id FROM audit a, prog WHERE a.audit_type = 'internal'
      AND a.status <> 'cancelled' AND coalesce(a.held_on, a.planned_on)
          >= date_add(prog.last, '-P' || prog.years || 'Y')),
  gone(what, what_ja, field, span, span_ja, v) AS (
    SELECT 'clauses', '箇条', 'period', prog.period, prog.period, c.no
    FROM clause c, prog
    WHERE NOT EXISTS (SELECT 1 FROM near JOIN audit_scope_clauses s ON s.id = near.id
        WHERE c.no = s.value OR c.no LIKE s.value || '.%')
    UNION ALL
    SELECT 'applicable controls', '適用管理策', 'cycle_years', 'the cycle', 'サイクル内', c.id
    FROM control c, prog
    WHERE c.applicable = 1 AND c.live AND NOT regexp('^A\.[0-9]+\.[0-9]+\.[0-9]+$', c.id)
      AND NOT EXISTS (SELECT 1 FROM far JOIN audit_scope_controls s ON s.id = far.id
        WHERE s.value IN (c.id, 'all'))
      AND NOT EXISTS (SELECT 1 FROM far JOIN audit_scope_controls s ON s.id = far.id
        WHERE c.id LIKE s.value || '.%')
    UNION ALL
    SELECT 'departments', '部門', 'cycle_years', 'the cycle', 'サイクル内', d.own_id
    FROM organisation_departments d JOIN organisation o ON o.id = d.id, prog
    WHERE o.live AND NOT EXISTS (SELECT 1 FROM far JOIN audit_departments s
        ON s.id = far.id WHERE s.value IN (d.own_id, d.name, 'all')))
SELECT prog.id, gone.field, gone.what, gone.what_ja, gone.span, gone.span_ja,
    count(*) AS n,
    group_concat(CASE WHEN gone.nr <= 20 THEN gone.v END, ', ')
      || CASE WHEN count(*) > 20 THEN ' …' ELSE '' END AS list
FROM (SELECT gone.*, row_number() OVER (PARTITION BY what ORDER BY id_key(v)) AS nr FROM gone) gone, prog
GROUP BY gone.what
