cat >x.md <<'END'
---
id: !<x> ISS-0900
---
END
