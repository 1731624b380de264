cat >x.md <<'END'
---
id: ISS-0900
title: **important**
---
END
