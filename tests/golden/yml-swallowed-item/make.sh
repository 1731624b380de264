cat >x.md <<'END'
---
id: ISS-0900
needs:
- one
 - two
---
END
