printf 'the end   ' >>documents/DOC-0001.md
