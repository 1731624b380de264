# An edition that came with the record, a review that was written down with
# the approval by another, an approval that no commit holds.
export TZ=Asia/Tokyo
as() {
	git -c user.name="$1" -c user.email="$2" -c commit.gpgsign=false \
	    -c core.hooksPath=/dev/null commit -q -a -m "$3"
}
at() { export GIT_AUTHOR_DATE="$1T09:00:00" GIT_COMMITTER_DATE="$1T09:00:00"; }
git -c init.defaultBranch=main init -q .
cat >manual.md <<'END'
---
kind: document
id: DOC-0900
title: Manual
status: review
owner: PER-0002
created: 2026-01-05
doc_type: manual
version: "1.0"
classification: internal
prepared_by: PER-0002
reviewed_by: PER-0003
review_every: P1Y
retention: P5Y
changes:
- {version: "1.0", date: 2026-01-05, by: PER-0002, summary: first}
---
# Manual
END
git add -A
at 2026-06-01
as Ben ben@small.example 'begin'
sed 's/^status: review/status: in_force\
reviewed: 2026-06-03\
approved_by: PER-0001\
approved_on: 2026-06-05\
effective_on: 2026-06-05/' manual.md >x && mv x manual.md
at 2026-06-08
as Anna anna@small.example 'DOC-0900 approved'
sed 's/^approved_on: .*/approved_on: 2026-06-20/' manual.md >x && mv x manual.md
