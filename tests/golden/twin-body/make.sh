# The prose of a record has its translation in the header.
sed -i '2i body_ja: |\
  来訪者は**受付**で記帳する。' documents/DOC-0002.md
