cat >x.md <<'END'
---
id: ISS-0900
--- # more
kind: issue
---
END
