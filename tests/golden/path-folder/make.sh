mkdir x.md
