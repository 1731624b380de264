printf -- '---\nid: ISS-0900\ntitle: 日本 \355\240\200\n---\n' >x.md
