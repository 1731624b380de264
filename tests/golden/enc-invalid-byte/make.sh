printf -- '---\nid: ISS-0900\ntitle: 日本\377語\n---\n' >x.md
