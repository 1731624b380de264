cat >x.md <<'END'
---
id：ISS-0900
---
END
printf -- '---\nid: ISS-0901\ntitle: "x\n---\n' >y.md
: >z.md
