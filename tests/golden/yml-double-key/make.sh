sed 's/    title: Laptops/&\n    Title: Notebooks\n    ｔｉｔｌｅ: Computers/' assets.md >new
mv new assets.md
