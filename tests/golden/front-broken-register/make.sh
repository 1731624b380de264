sed 's/    title: Laptops/    title: "Laptops/' assets.md >new
mv new assets.md
