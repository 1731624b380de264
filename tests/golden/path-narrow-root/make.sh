mkdir -p a b
printf 'x\n' >a/x.md
printf 'x\n' >b/x.md
