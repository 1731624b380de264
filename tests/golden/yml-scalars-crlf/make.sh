cat >new <<'END'
  - id: AST-0003
    title: >-
      A folded
      title
    asset_type: 'hardware'
    location: |
      two
      lines
    c: 2
    i: 2
    a: "1"
    classification: internel
---
END
sed '$d' assets.md | cat - new | sed 's/$/\r/' >both
mv both assets.md
rm new
