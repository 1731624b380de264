mkdir -p other/.git
printf x >other/x.pdf
ln -s assets.md l
printf '[a](../other/x.pdf) [b](../l) [c](../other)\n' >>documents/DOC-0001.md
