cat >x.md <<'END'
---
id: ISS-0900
tags: [a, b
title: x
---
END
