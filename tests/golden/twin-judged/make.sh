# A translation is judged as its original is: links, headings, HTML.
cat > head <<'X'
body_ja: |

  # 来訪者規程

  ## 目的

  [[RSK-0999]]、[規程](DOC-0009.md)、[外](../../outside.md)を参照。
  <b>太字</b>

  ## 範囲

  [目的](#目的)、[purpose](#purpose)、[無い](#手順)
  ![図](missing.png)、`[[RSK-0998]]`
body_en: "See [there](javascript:alert(1))"
X
sed -i '/^title/r head' documents/DOC-0002.md
rm head
cat >> documents/DOC-0002.md <<'X'

# Visitor rules

## Purpose

See [scope](#scope).

## Scope

Everyone, see [the Japanese](#目的).
X
