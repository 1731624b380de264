cat >x.md <<'END'
---
%YAML 9.9
id: ISS-0900
---
END
