printf '%s\n' --- 'id: ISS-0900' 'title: ? why' --- >x.md
