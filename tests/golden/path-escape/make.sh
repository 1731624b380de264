cat >>documents/DOC-0001.md <<'END'
[a](../../secret.md) [b](%2e%2e/%2e%2e/x.md) [c](a/../../../b.md)
[d](..\\..\\x.md)
END
