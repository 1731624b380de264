# A file that cannot be read, and a record that is named and not there.
sed 's/^title: /title "/' documents/DOC-0001.md >x && mv x documents/DOC-0001.md
awk '/^  - id: / { skip = $3 == "LEG-0001" } /^---$/ { skip = 0 } !skip' operation.md >x && mv x operation.md
rm -f x
