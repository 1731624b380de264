{ echo ---; printf 'a: '; yes '[' | head -900000 | tr -d '\n'; printf '\n---\n'; } >x.md
