printf '# A rule without a head\n' >x.md
mkdir -p templates
cp x.md templates/x.md
cp x.md README.md
cp x.md documents/CONTRIBUTING.md
