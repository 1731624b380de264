cat >x.md <<'END'
---
id: ISS-0900
needs:
　x: y
---
END
