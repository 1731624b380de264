printf ' \n\t\n' >x.md
