awk 'BEGIN{n=split("2024-13-01 0000-01-01 10000-01-01 2024-1-5 05.01.2024 20240105 令和6年1月5日",d," ")} /^  - id: AST-0002/{for(i=1;i<=n;i++)printf "  - {id: AST-010%d, title: x, asset_type: hardware, location: office, c: 1, i: 1, a: 1, classification: internal, created: %s}\n",i,d[i]} {print}' assets.md >new
mv new assets.md
