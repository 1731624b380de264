---
code: HIS-02
clause: "10.2"
severity: warning
profile: operating
needs_history: part
title:
  en: "Due date moved after it had passed"
  ja: "期限経過後の延期"
message:
  en: "the due date of {id} was moved from {old} to {new} on {day}, {late} {late:day|days} after it had passed, by {who} (commit {commit_}){agreed}"
  ja: "{id} の期限は、{old} を {late} 日過ぎた {day} に {who} によって {new} に変更されています（コミット {commit_}）{agreed_ja}"
help:
  en: "record why and who agreed; next time move the date before it passes"
  ja: "理由と承認者を記録し、次は期限の前に改めてください"
why:
  en: "A date moved after the fact hides that it was missed (clause 10.2). Where an entry of postponed names another person than the owner and a reason, or the commit carries an Approved-by: line of another person than its author, it stays as a note; the person must have a record from before."
  ja: "過ぎた後に動かした期限は、守れなかったことを隠します（箇条10.2）。postponed に担当者以外の承認者と理由があるか、コミットの Approved-by: 行に作成者以外の人がいれば、注記にとどめます（その人の記録が以前からある場合に限ります）。"
fails: |
  id: CA-0001
  due: 2026-06-10
  ===
  commit: {day: 2026-06-15, by: PER-0003}
  ===
  id: CA-0001
  due: 2026-08-31
passes: |
  id: CA-0001
  due: 2026-06-10
  ===
  commit: {day: 2026-06-08, by: PER-0003}
  ===
  id: CA-0001
  due: 2026-08-31
---
WITH m AS (SELECT r.id, h.old, h.new, h.day, days(h.old, h.day) AS late, author(h.author) AS who,
      coalesce(h.written_id, h.commit_id) AS commit_id,
      (SELECT p.by FROM postponed p WHERE p.id = r.id AND p.was = h.old AND p.by <> r.owner
        AND NOT blank(p.reason) AND NOT EXISTS (SELECT 1 FROM life l WHERE l.id = p.by AND l.born_seq >= h.seq) LIMIT 1) AS by,
      (SELECT t.name FROM trailer t WHERE t.commit_id IN (h.commit_id, h.written_id) AND t.key = 'Approved-by'
        AND t.name <> h.author AND EXISTS (SELECT 1 FROM life l WHERE l.id = t.person_id
          AND coalesce(l.born_seq, -1) < h.seq) LIMIT 1) AS name
    FROM history h JOIN record r ON r.id = h.id AND r.live AND NOT r.ended
    WHERE h.field = 'due' AND h.what = 'changed' AND h.new > h.old AND h.old < h.day
      AND h.seq = (SELECT max(x.seq) FROM history x WHERE x.id = h.id AND x.field = 'due' AND x.what = 'changed'
        AND x.new > x.old AND x.old < x.day))
SELECT id, 'due' AS field, old, new, day, late, who, substr(commit_id, 1, 7) AS commit_,
    CASE WHEN coalesce(by, name) IS NULL THEN 'warning' ELSE 'note' END AS level,
    coalesce('; agreed by ' || coalesce(person(by), name), '') AS agreed,
    coalesce('。承認者: ' || coalesce(person(by), name), '') AS agreed_ja
FROM m
