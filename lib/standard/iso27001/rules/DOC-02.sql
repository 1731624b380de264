---
code: DOC-02
clause: "7.5.2"
severity: error
profile: operating
title:
  en: "Approved document without its marks"
  ja: "承認済み文書の必要事項の欠落"
message:
  en: "{id} is {status} and has no {what} recorded"
  ja: "{id} は状態が「{status}」ですが、{what_ja}が記録されていません"
help:
  en: "record version, approver, approval date and the next review (review_every or review_due)"
  ja: "版、承認者、承認日及び次回見直し（review_every 又は review_due）を記録してください"
why:
  en: "Clause 7.5.2 asks for identification and for review and approval. Documents from outside are approved by others. How editions are numbered is the organisation's choice. Stands in for GEN-06 on these fields."
  ja: "箇条7.5.2は文書の識別並びにレビュー及び承認を求めています。外部文書は承認を問いません。版の付け方は組織が定めます。これらの項目についてはGEN-06に代わって報告します。"
fails: |
  id: DOC-0002
  approved_by: ~
passes: |
  id: DOC-0002
  approved_by: PER-0001
---
SELECT d.id, d.status, w.column1 AS field, w.column2 AS what, w.column3 AS what_ja
FROM document d, (VALUES ('version', 'version', '版'), ('approved_by', 'approver', '承認者'),
    ('approved_on', 'approval date', '承認日'),
    ('review_every', 'next review', '次回見直し')) w
WHERE d.status IN ('approved', 'in_force')
  AND CASE w.column1 WHEN 'version' THEN blank(d.version)
      WHEN 'approved_by' THEN d.approved_by IS NULL AND d.doc_type <> 'external'
      WHEN 'approved_on' THEN d.approved_on IS NULL AND d.doc_type <> 'external'
      ELSE d.review_every IS NULL AND d.review_due IS NULL END
