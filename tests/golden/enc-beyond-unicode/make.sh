printf -- '---\nid: ISS-0900\ntitle: 日本 \364\220\200\200\n---\n' >x.md
