sed '/id: AST-0002/,$s/c: 2/c: [2]/; /id: AST-0002/,$s/i: 2/i: high/; /id: AST-0002/,$s/location: office/location:/; /id: AST-0002/,$s/classification: .*/classification: ~/' assets.md >new
mv new assets.md
