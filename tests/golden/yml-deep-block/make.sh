awk 'BEGIN { print "---"; for (i = 0; i < 1000; i++) printf "%*sa:\n", i, ""; print "---" }' >x.md
