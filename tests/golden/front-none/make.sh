printf -- '---\n# only a comment\n---\nx\n' >x.md
