printf -- '---\nid: ISS-0900\ntitle: a\000b\n---\n' >x.md
