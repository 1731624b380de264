# A matrix with one cell too high, to which both its neighbours point; a level
# listed twice; a step without a meaning.
sed -i 's/\[low, low, medium\]/[low, high, medium]/
s/levels: \[low, medium, high\]/levels: [low, medium, high, low]/
s/, meaning: Each year//' risks.md
