sed '/id: AST-0001/a\    reviewed: 2025-02-29' assets.md | sed '/id: AST-0002/a\    reviewed: 2025/02/28' >new
mv new assets.md
