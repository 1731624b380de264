---
code: CTL-14
clause: "6.1.3"
severity: note
profile: certified
title:
  en: "Title differs from the catalogue"
  ja: "管理策名の相違"
message:
  en: "{id} is called \"{title}\"; Annex A says \"{right}\""
  ja: "{id} の表題は「{title}」ですが、附属書Aでは「{right}」です"
help:
  en: "use the title of the catalogue, or leave the difference if your edition prints it so"
  ja: "附属書Aの表題を用いてください。お手元の版の表記であればそのままで構いません"
why:
  en: "Auditors compare the Statement of Applicability with Annex A line by line."
  ja: "審査では適用宣言書と附属書Aを一行ずつ照らします。"
fails: |
  id: A.8.1
  title: Laptops and telephones
passes: |
  id: A.8.1
  title: user endpoint devices
---
WITH t AS (SELECT k.id, k.title, c.title AS en, c.title_ja AS ja,
      lower(replace(replace(replace(replace(k.title, '，', ''), '、', ''), ',', ''), ' ', '')) AS a,
      lower(replace(replace(c.title, ',', ''), ' ', '')) AS b,
      lower(replace(replace(replace(c.title_ja, '，', ''), '、', ''), ' ', '')) AS d
    FROM control k JOIN catalogue c ON c.id = k.id WHERE k.live)
SELECT id, 'title' AS field, title, CASE WHEN cjk(title) THEN ja ELSE en END AS right
FROM t WHERE a <> b AND a <> d AND NOT blank(title)
