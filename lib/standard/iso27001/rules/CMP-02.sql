---
code: CMP-02
clause: "7.2"
severity: warning
profile: operating
title:
  en: "Certificate expired"
  ja: "資格の期限切れ"
message:
  en: "{id} ({skill} of {who}) expired on {due}, {late} {late:day|days} ago"
  ja: "{who}の力量「{skill}」（{id}）は {due}（{late} 日前）に期限が切れています"
help:
  en: "renew it, or judge the competence anew"
  ja: "更新するか、力量を改めて判定してください"
why:
  en: "An expired certificate is no evidence (clause 7.2 d). One that another record of the same person and skill renews is left alone, and so are people who left."
  ja: "期限切れの資格は証拠になりません（箇条7.2 d）。同じ人の同じ力量が別の記録で更新されている場合と、退職者の力量は指摘しません。"
fails: |
  id: CMP-0003
  expires: 2026-05-31
passes: |
  id: CMP-0003
  expires: 2026-05-31
  ===
  id: PER-0003
  status: retired
  left: 2026-05-31
---
SELECT id, 'expires' AS field, skill, person(person) AS who, expires AS due, days(expires, asof()) AS late
FROM competence c WHERE live AND expires < asof()
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = c.person AND p.live AND coalesce(p.left, asof()) >= asof())
  AND NOT EXISTS (SELECT 1 FROM competence n WHERE n.live AND n.person = c.person AND n.id <> c.id
      AND lower(n.skill) = lower(c.skill) AND coalesce(n.expires, asof()) >= asof())
