printf '%s\n' --- 'id: ISS-0900' 'kind: issue' 'title: "\e[2J"' --- >x.md
