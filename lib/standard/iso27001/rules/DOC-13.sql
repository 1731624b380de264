---
code: DOC-13
clause: "7.5.2"
severity: note
profile: operating
title:
  en: "Revision history behind"
  ja: "改訂履歴の更新漏れ"
message:
  en: "{id} is version {version}, and its revision history ends with {last}"
  ja: "{id} は第{version}版ですが、改訂履歴の最後は第{last}版です"
help:
  en: "add a line to changes for version {version}"
  ja: "changes に第{version}版の行を追加してください"
why:
  en: "The revision table is the first thing a reader of a controlled document looks at (clause 7.5.2)."
  ja: "改訂履歴は文書の読み手が最初に見るところです（箇条7.5.2）。"
fails: |
  id: DOC-0002
  version: "1.1"
passes: |
  id: DOC-0002
  version: "1.1"
  changes:
    - {version: "1.0", date: 2025-10-20, by: PER-0003, summary: First edition}
    - {version: "1.1", date: 2025-12-01, by: PER-0003, summary: Visitors}
---
SELECT d.id, 'version' AS field, d.version, c.version AS last,
    d.id AS also_id, 'changes[' || c.n || '].version' AS also_field
FROM document d JOIN document_changes c ON c.id = d.id
WHERE d.status IN ('approved', 'in_force') AND c.version <> d.version
  AND c.n = (SELECT x.n FROM document_changes x WHERE x.id = d.id ORDER BY x.date DESC, x.n DESC LIMIT 1)
  -- Of two editions of one day either may be written first.
  AND NOT EXISTS (SELECT 1 FROM document_changes e
    WHERE e.id = d.id AND e.date = c.date AND e.version = d.version)
