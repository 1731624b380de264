cat >x.md <<'END'
---
id: ISS-0900
title: "C:\Windows\q"
---
END
