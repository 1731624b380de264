# Value x threat x vulnerability.  RSK-0001 is 3 x 3 x 2 = 18 and 3 x 1 x 2 = 6
# after treatment, which its record calls low; RSK-0002 is 2 x 2 x 2 = 8, which
# it calls high, and its residual level has no scores.
awk '
/^    formula: matrix/ {
	print "    formula: product"
	print "    factors:"
	n = split("value threat vulnerability", name, " ")
	for (i = 1; i <= n; i++) {
		print "      - name: " name[i]
		print "        steps:"
		for (k = 1; k <= 3; k++)
			print "          - {n: " k ", label: step" k \
			    ", meaning: What step " k " of " name[i] " means}"
	}
	print "    bands:"
	print "      - {level: low, from: 1, to: 4}"
	print "      - {level: medium, from: 5, to: 11}"
	print "      - {level: high, from: 12, to: 27}"
	skip = 1
	next
}
/^    levels:/ { skip = 0 }
skip { next }
/^  - id: / { id = $3 }
/^    (residual_)?likelihood:/ && id == "RSK-0001" {
	r = /residual/ ? "residual_" : ""
	print "    " r "scores: [{factor: value, n: 3}, {factor: threat, n: " \
	    (r == "" ? 3 : 1) "}, {factor: vulnerability, n: 2}]"
	next
}
/^    likelihood:/ && id == "RSK-0002" {
	print "    scores: [{factor: value, n: 2}, {factor: threat, n: 2}," \
	    " {factor: vulnerability, n: 2}]"
	next
}
/^    (residual_)?impact:/ { next }
/^    residual_level:/ && id == "RSK-0001" { $0 = "    residual_level: low" }
/^    level:/ && id == "RSK-0002" {
	$0 = "    level: high\n    residual_level: low"
}
{ print }' risks.md >x && mv x risks.md
sed -i 's/^    levels: .*/    levels: [low, medium, high]/' risks.md
