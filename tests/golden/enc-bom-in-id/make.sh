printf -- '---\nid: ISS\357\273\277-0900\nkind: issue\n---\n' >x.md
