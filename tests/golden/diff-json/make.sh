# For programs.
. "$(dirname "$0")/../../story.sh"
put improvement.md CA-0001 due 2026-06-10
start 2026-06-01
put improvement.md CA-0001 due 2026-07-31
put risks.md RSK-0002 status assessed
printf '\nVisitors are welcome.\n' >>documents/DOC-0002.md
