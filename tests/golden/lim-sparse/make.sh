truncate -s 1T x.md
