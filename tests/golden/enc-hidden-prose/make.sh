printf 'A soft\302\255ly hid\342\200\213den \342\200\256word.\n' >>documents/DOC-0001.md
