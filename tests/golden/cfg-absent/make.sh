: >x.md
