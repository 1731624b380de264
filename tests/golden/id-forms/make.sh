sed 's/id: AST-0002/id: ast-2/' assets.md >new
mv new assets.md
cat >x.md <<'END'
---
kind: issue
records:
  - {id: ../x, title: a}
  - {id: -rf, title: b}
  - {id: con, title: c}
  - {id: ., title: d}
  - {id: ISS 0901, title: e}
---
END
