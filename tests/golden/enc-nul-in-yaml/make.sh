printf '%s\n' --- 'id: ISS-0900' 'kind: issue' 'title: "a\0b"' --- >x.md
