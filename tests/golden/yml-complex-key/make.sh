cat >x.md <<'END'
---
? [a]
: b
---
END
