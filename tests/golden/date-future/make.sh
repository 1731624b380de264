sed 's/^reviewed: .*/reviewed: 2027-01-01/' assets.md >new
mv new assets.md
