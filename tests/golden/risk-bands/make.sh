# Bands with a gap, one that ends too early, one out of order, and a fourth
# factor: the levels of the risks wait until the criteria are mended.
sed -i 's/{level: low, from: 2, to: 3}/{level: medium, from: 2, to: 2}/
s/{level: medium, from: 4, to: 4}/{level: low, from: 4, to: 4}/
s/{level: high, from: 5, to: 6}/{level: severe, from: 5, to: 5}/' risks.md
