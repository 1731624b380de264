# Likelihood + impact: RSK-0001 is 2 + 3 = 5, after treatment 1 + 3 = 4, which
# its record calls medium; RSK-0002 is 2 + 2 = 4 and calls itself high.
awk '
/^    formula: matrix/ { sub(/matrix/, "sum") }
/^    matrix:/ {
	print "    bands:"
	print "      - {level: low, from: 2, to: 3}"
	print "      - {level: medium, from: 4, to: 4}"
	print "      - {level: high, from: 5, to: 6}"
	skip = 1
	next
}
/^    levels:/ { skip = 0 }
skip { next }
/^  - id: / { id = $3 }
/^    level:/ && id == "RSK-0002" { $0 = "    level: high" }
{ print }' risks.md >x && mv x risks.md
