cat >x.md <<'END'
---
id: ISS-0900
title: "Access" rules
---
END
