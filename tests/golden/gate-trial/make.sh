# What CI checks out: a merge that the host made, while main has moved on.
. "$(dirname "$0")/../../story.sh"
put improvement.md CA-0001 due 2026-06-10
start 2026-06-01
git checkout -q -b pr
put improvement.md CA-0001 due 2026-07-31
land 2026-06-02 'CA-0001: due moved'
git checkout -q main
put objectives.md OBJ-0001 owner PER-0099
land 2026-06-03 'a fault that main has'
git checkout -q --detach main
on 2026-06-26
git merge -q --no-ff -m "Merge $(git rev-parse pr) into $(git rev-parse main)" pr
merge=$(git rev-parse HEAD)
git checkout -q main
put people.md PER-0001 title ''
land 2026-06-27 'a fault that main has by now'
git checkout -q --detach "$merge"
