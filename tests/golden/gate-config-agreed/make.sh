# Somebody else of the register agreed: the weakening is told, and no error.
. "$(dirname "$0")/../../story.sh"
start 2026-06-01
git checkout -q -b pr
sed 's/^profile: .*/profile: operating/' isms.yaml >x && mv x isms.yaml
land 2026-06-25 'isms.yaml: profile operating

The certification audit is put off by a year.

Approved-by: Aya Ichinose'
