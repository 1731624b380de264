printf -- '---\nid: ISS-0900\n---\n日本\346\227' >x.md
