---
code: GEN-17
clause: "7.5.3"
severity: error
profile: operating
needs_history: part
title:
  en: "Record deleted"
  ja: "記録の削除"
message:
  en: "{gone_id} was deleted on {day} by {who} (commit {commit_}); records are retired and kept until {until}"
  ja: "{gone_id} は {day} に {who} によって削除されました（コミット {commit_}）。記録は終了とし、{until} まで保管してください"
help:
  en: "bring it back with git and set it to its end state, or remove it when its retention is over"
  ja: "git で戻して終了の状態とし、保管期間が過ぎてから削除してください"
why:
  en: "Clause 7.5.3 asks to keep records for their retention period; what is deleted cannot be shown. The period is the setting retention."
  ja: "箇条7.5.3は記録の保管を求めています。削除したものは示せません。期間は設定 retention によります。"
fails: |
  commit: {day: 2026-06-10, by: PER-0003}
  ===
  remove: [COM-0001]
passes: |
  commit: {day: 2026-06-10, by: PER-0003}
  ===
  id: COM-0001
  status: retired
---
WITH g AS (SELECT h.id, h.day, author(h.author) AS who,
      substr(coalesce(h.written_id, h.commit_id), 1, 7) AS commit_, date_add(h.day, setting('retention')) AS until
    FROM history h WHERE h.what = 'gone' AND h.day IS NOT NULL
      AND h.seq = (SELECT max(x.seq) FROM history x WHERE x.id = h.id))
SELECT NULL AS id, g.id AS gone_id, g.day, g.who, g.commit_, g.until,
    'GATE-12 ' || g.id AS same_as
FROM g WHERE g.id NOT IN (SELECT id FROM record) AND g.until > asof()
