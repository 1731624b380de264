printf -- '---\nid: ISS-0900\ntitle: Ren\351 \223Caf\351\224\n---\n' >x.md
