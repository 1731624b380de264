cat >>documents/DOC-0001.md <<'END'
[a](/etc/passwd) [b](C:/x.md) [c](//host/x.md) [d](~/x.md) [e](file:///etc/passwd)
END
