sed '/id: AST-0002/,/title/s/title: Laptops/title: NO/' assets.md >new
sed 's/pii: true/pii: yes/' new >assets.md
rm new
