sed 's/^doc_type: policy/parent: DOC-0001\nsupersedes: DOC-0001\n&/' documents/DOC-0001.md >new
mv new documents/DOC-0001.md
