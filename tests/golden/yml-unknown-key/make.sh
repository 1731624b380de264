sed 's/    classification: internal/    clasification: internal/' assets.md >new
mv new assets.md
