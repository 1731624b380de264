# Likelihood x impact, levels right: 6, 3 and 4.  One risk has a step that the
# scale does not know.
sed -i 's/formula: sum/formula: product/
s/{level: low, from: 2, to: 3}/{level: low, from: 1, to: 2}/
s/{level: medium, from: 4, to: 4}/{level: medium, from: 3, to: 5}/
s/{level: high, from: 5, to: 6}/{level: high, from: 6, to: 9}/
s/level: high$/&/' risks.md
awk '/^  - id: / { id = $3 }
/^    level:/ && id == "RSK-0002" { $0 = "    level: medium" }
/^    impact:/ && id == "RSK-0002" { $0 = "    impact: 4" }
{ print }' risks.md >x && mv x risks.md
