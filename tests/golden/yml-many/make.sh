{ echo ---; printf 'a: ['; yes '1,' | head -100001 | tr -d '\n'; printf '1]\n---\n'; } >x.md
