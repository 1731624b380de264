cat >x.md <<'END'
---
id: ISS-0900
kind:issue
title: x
---
END
