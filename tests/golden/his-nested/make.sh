# A list within a list: what comes first there changes nothing behind it.
. "$(dirname "$0")/../../story.sh"
start 2025-10-01
sed 's/^          - {n: 1, label: seldom, .*/          - {n: 0, label: never, meaning: Not seen yet}\
&/; s/^      - name: impact/      - name: spread\
        steps:\
          - {n: 1, label: one, meaning: One team}\
&/' risks.md >x && mv x risks.md
land 2025-11-01 'a step and a factor in front'
sed 's/Once in one to five years/Twice in ten years/
/meaning: A contract is lost/d' risks.md >x && mv x risks.md
land 2025-12-01 'one step reworded, one gone'
