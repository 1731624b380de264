# Empty brackets say nothing, whatever the field is.
. "$(dirname "$0")/../../story.sh"
put risks.md RSK-0001 assets '{}'
put improvement.md CA-0001 owner '[]'
put improvement.md CA-0001 due '[]'
put improvement.md CA-0002 effectiveness '[]'
