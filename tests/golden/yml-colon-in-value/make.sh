cat >x.md <<'END'
---
id: ISS-0900
title: Access: who and why
---
END
