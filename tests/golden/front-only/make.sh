sed '/^---$/{n;/^$/,$d;}' documents/DOC-0001.md >new
mv new documents/DOC-0001.md
