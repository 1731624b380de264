printf -- '---\n- id: ISS-0900\n---\nx\n' >x.md
