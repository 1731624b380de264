---
code: AST-05
clause: "A.5.9"
severity: error
profile: operating
title:
  en: "Disposed asset in an open risk"
  ja: "廃棄済み資産を含むリスク"
message:
  en: "{id} names {asset}, which was disposed of on {day}"
  ja: "{id} が挙げる {asset}は {day} に廃棄されています"
help:
  en: "take the asset out of the risk, or close the risk"
  ja: "リスクから資産を外すか、リスクを終了してください"
why:
  en: "A risk to what is gone hides the risk to what replaced it (A.5.9)."
  ja: "なくなった資産へのリスクは、置き換わった資産へのリスクを見えなくします（A.5.9）。"
fails: |
  id: AST-0001
  status: disposed
  disposed_on: 2026-05-01
passes: |
  id: AST-0001
  status: active
---
SELECT r.id, 'assets[' || x.n || ']' AS field, label(s.id) AS asset, s.disposed_on AS day,
    s.id AS also_id, 'status' AS also_field
FROM risk r JOIN risk_assets x ON x.id = r.id
JOIN asset s ON s.id = x.value AND s.status = 'disposed' WHERE r.live
