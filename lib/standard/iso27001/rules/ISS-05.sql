---
code: ISS-05
clause: "4.1"
severity: note
profile: operating
needs_history: true
title:
  en: "Issues unchanged for two years"
  ja: "二年間変わらない課題"
message:
  en: "no issue was added, changed or retired since {last}"
  ja: "{last} 以降、課題の追加、変更、終了がありません"
help:
  en: "look at what has changed around the organisation, and inside it, and record it"
  ja: "組織の内外の変化を確認し、記録してください"
why:
  en: "The world changes within two years; a list of issues that does not is not looked at (clause 4.1)."
  ja: "二年もあれば内外の状況は変わります。変わらない課題の一覧は、見直されていないと見られます（箇条4.1）。"
fails: |
  asof: 2027-11-01
  ===
  commit: {day: 2027-10-15, by: PER-0003}
  ===
  id: ISS-0001
  reviewed: 2027-10-15
passes: |
  asof: 2027-11-01
  ===
  commit: {day: 2027-10-15, by: PER-0003}
  ===
  id: ISS-0001
  description: Three persons can operate the platform, one more than last year.
---
WITH i AS (SELECT max(h.day) AS last FROM record r JOIN history h ON h.id = r.id
      AND coalesce(h.field, '') NOT IN ('reviewed', 'review_due', 'tags')
    WHERE r.kind = 'issue')
SELECT NULL AS id, last FROM i WHERE last < date_add(asof(), '-P2Y')
