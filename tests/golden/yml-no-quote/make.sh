cat >x.md <<'END'
---
id: ISS-0900
title: "An open end
kind: issue
---
END
