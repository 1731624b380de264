cat >x.md <<'END'
---
id: ISS-0900
tags: - a
---
END
