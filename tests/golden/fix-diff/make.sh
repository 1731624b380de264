{ printf '\357\273\277'; sed 's/created: 2025-10-01/created: 2025\/10\/1/; s/$/\r/' documents/DOC-0001.md; } >new
mv new documents/DOC-0001.md
sed 's/id: AST-0002/id: ＡＳＴ－０００２/; s/supplier: SUP-0001/supplier： "ＳＵＰ－０００１"/
    s/title: Laptops/title：　第１章/' assets.md >new
mv new assets.md
chmod 600 assets.md
