---
code: ISS-04
clause: "6.1.1"
severity: warning
profile: operating
title:
  en: "Issue without follow-up"
  ja: "対応のない課題"
message:
  en: "{id} is recorded as {effect}, and no risk, objective or change is linked"
  ja: "{id} は{effect}の課題ですが、リスク、目的又は変更に結び付いていません"
help:
  en: "link what was planned because of it"
  ja: "この課題のために計画したものを linked に示してください"
why:
  en: "Clause 6.1.1 asks to address the risks and opportunities that follow from the context."
  ja: "箇条6.1.1は、組織の状況から生じるリスク及び機会への対処を求めています。"
fails: |
  id: ISS-0001
  linked: ~
passes: |
  id: ISS-0001
  linked: [OBJ-0001]
---
SELECT id, 'effect' AS field, effect
FROM issue WHERE live AND effect IN ('risk', 'opportunity', 'both') AND blank(linked)
