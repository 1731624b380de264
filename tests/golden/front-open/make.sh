printf -- '---\nid: ISS-0900\nkind: [issue\n\n# Text: no YAML\n' >x.md
