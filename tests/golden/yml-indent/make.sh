cat >x.md <<'END'
---
id: ISS-0900
scope:
   a: x
  b: y
---
END
