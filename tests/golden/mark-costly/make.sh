{ cat documents/DOC-0001.md; yes '> ' | head -10000 | tr -d '\n'; printf 'x\n'; } >new
mv new documents/DOC-0001.md
