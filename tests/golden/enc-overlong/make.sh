printf -- '---\nid: ISS-0900\ntitle: 日本 \300\257\n---\n' >x.md
