# Scores by factor: one outside its scale, one of no factor, a factor twice,
# and bands that name only the scores that can be.
sed -i '/id: RSK-0001/,/residual_level/s/{factor: threat, n: 3}/{factor: threat, n: 4}/
/id: RSK-0001/,/residual_level/s/{factor: threat, n: 1}/{factor: thraet, n: 1}/
/id: RSK-0002/,$s/{factor: value, n: 2}/{factor: value, n: 2}, {factor: value, n: 3}/
s/{level: medium, from: 5, to: 11}/{level: medium, from: 6, to: 9}/
s/^    residual_level: low$/    residual_level: medium/; /id: RSK-0002/,$s/level: high$/level: medium/' risks.md
