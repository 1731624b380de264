{ printf '\357\273\277'; cat documents/DOC-0001.md; } >new
mv new documents/DOC-0001.md
