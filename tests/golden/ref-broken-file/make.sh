# references into a register that cannot be read
sed 's/^kind: person/kind： person/' people.md >new
mv new people.md
