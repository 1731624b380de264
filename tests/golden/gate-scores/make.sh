# Scores by factor: one of a risk before and one after treatment fall without
# a word; another falls with its reason.
. "$(dirname "$0")/../../story.sh"
sed -i 's/residual_level: low/residual_level: medium/
s/level: high$/level: medium/' risks.md
sed -i '/id: RSK-0001/,/option/s/level: medium/level: high/' risks.md
start 2026-06-01
git checkout -q -b work
sed -i 's/{factor: threat, n: 3}/{factor: threat, n: 2}/
/residual_scores/s/{factor: value, n: 3}/{factor: value, n: 2}/
/id: RSK-0002/,$s/{factor: value, n: 2}/{factor: value, n: 1}/
s/event: The administrator is ill for weeks/event: Either administrator is ill for weeks/' risks.md
land 2026-06-25 'figures'
