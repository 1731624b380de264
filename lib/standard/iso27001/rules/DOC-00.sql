---
code: DOC-00
clause: "7.5.1"
severity: error
profile: certified
title:
  en: "Required documented information missing"
  ja: "必須の文書化した情報の欠落"
message:
  en: "{what} (clause {of_clause}) is not recorded"
  ja: "{what_ja}（箇条{of_clause}）が記録されていません"
help:
  en: "write it and put it in force, naming the clause in clauses"
  ja: "作成し、clauses に箇条を示して有効にしてください"
why:
  en: "The standard names what must exist in writing. What has a rule of its own is not repeated here: scope ORG-01, policy DOC-01, Statement of Applicability CTL-10, objectives OBJ-09, audits APG-01 and APG-03, management review MRV-01."
  ja: "規格は文書化すべきものを定めています。適用範囲ORG-01、方針DOC-01、適用宣言書CTL-10、目的OBJ-09、監査APG-01・APG-03、マネジメントレビューMRV-01など、専用の規則があるものはここでは繰り返しません。"
fails: |
  id: DOC-0002
  clauses: [6.1.3, "7.5", "9.2", "10.2"]
passes: |
  id: DOC-0002
  clauses: ["6.1", "7.5", "9.2", "10.2"]
---
SELECT NULL AS id, w.column1 AS of_clause, w.column2 AS what, w.column3 AS what_ja
FROM (VALUES ('6.1.2', 'a document in force on the risk assessment process', 'リスクアセスメントのプロセスを定めた有効な文書'),
    ('6.1.3', 'a document in force on the risk treatment process', 'リスク対応のプロセスを定めた有効な文書'),
    ('6.1.3', 'a risk treatment plan', 'リスク対応計画'),
    ('7.2', 'evidence of competence', '力量の証拠'),
    ('8.1', 'evidence that routine work was carried out', '定期運用を実施した記録'),
    ('8.2', 'the result of a risk assessment', 'リスクアセスメントの結果'),
    ('8.3', 'a result of risk treatment', 'リスク対応の結果'),
    ('9.1', 'a result of monitoring or measurement', '監視又は測定の結果')) w
WHERE NOT CASE w.column2
    WHEN 'a risk treatment plan' THEN EXISTS (SELECT 1 FROM risk_treatment WHERE status <> 'cancelled')
    WHEN 'evidence of competence' THEN EXISTS (SELECT 1 FROM competence WHERE live)
    WHEN 'evidence that routine work was carried out' THEN EXISTS (SELECT 1 FROM activity
        WHERE runs > 0 OR last_done IS NOT NULL)
    WHEN 'the result of a risk assessment' THEN EXISTS (SELECT 1 FROM risk WHERE assessed_on IS NOT NULL)
    WHEN 'a result of risk treatment' THEN EXISTS (SELECT 1 FROM risk_treatment WHERE done_on IS NOT NULL)
        OR NOT EXISTS (SELECT 1 FROM risk_treatment WHERE status <> 'cancelled' AND due < asof())
    WHEN 'a result of monitoring or measurement' THEN EXISTS (SELECT 1 FROM measurement)
        OR EXISTS (SELECT 1 FROM objective_measurements)
    ELSE EXISTS (SELECT 1 FROM document d JOIN document_clauses c ON c.id = d.id
        WHERE d.status = 'in_force' AND (c.value = w.column1 OR w.column1 LIKE c.value || '.%')) END
