{ echo ---; yes k | head -1100 | tr -d '\n'; printf ': v\n---\n'; } >x.md
