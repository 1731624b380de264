truncate -s 2G x.md
