# A circle of findings: of a rule, of the program, of a file, twice the same,
# and one that is never held back.
sed -i '/id: AST-0001/,/id: AST-0002/s/^    classification:.*/    colour: red/' assets.md
printf 'no front matter\n' >notes.md
sed -i 's/^\( *\)due: 2026-.*/\1due: 2026-05-31/' improvement.md
