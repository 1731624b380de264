mkdir -p other/.git
cp assets.md other/x.md
mkdir -p .github
cp assets.md .github/x.md
