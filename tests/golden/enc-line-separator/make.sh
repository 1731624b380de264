printf -- '---\nid: A\342\200\250kind: issue\ntitle: b\302\205c\n---\n' >x.md
