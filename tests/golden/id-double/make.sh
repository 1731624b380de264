sed 's/id: AST-0002/id: AST-0001/' assets.md >new
mv new assets.md
