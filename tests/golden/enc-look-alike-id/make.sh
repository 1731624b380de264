sed 's/AST-0002/АST-0002/' assets.md >new
mv new assets.md
