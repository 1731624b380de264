printf -- '---\nid: ISS-0\342\200\213900\nkind: issue\ntitle: a\342\200\213b\n---\n' >x.md
