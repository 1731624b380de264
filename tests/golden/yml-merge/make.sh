cat >x.md <<'END'
---
<<: {kind: issue}
id: ISS-0900
---
END
