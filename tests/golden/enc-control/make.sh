printf -- '---\nid: ISS-0900\nkind: issue\n---\nA bell \007, an \033[31mescape\033[0m\177\n' >x.md
