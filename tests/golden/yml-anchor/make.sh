cat >x.md <<'END'
---
id: &a ISS-0900
kind: *a
---
END
