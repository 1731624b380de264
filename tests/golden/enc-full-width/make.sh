sed 's/id: AST-0002/id: ＡＳＴ－０００２/; s/supplier: SUP-0001/supplier: ＳＵＰ－０００１/
s/    title: Laptops/    title: ２０２４年度のノートＰＣ　一式/
s/^created: 2025-10-01/created: ２０２５－１０－０１/' assets.md >new
mv new assets.md
