# An edition is added and approved by people whose names git knows.
export TZ=Asia/Tokyo
as() {
	git -c user.name="$1" -c user.email="$2" -c commit.gpgsign=false \
	    -c core.hooksPath=/dev/null commit -q -a -m "$3"
}
at() { export GIT_AUTHOR_DATE="$1T09:00:00" GIT_COMMITTER_DATE="$1T09:00:00"; }
git -c init.defaultBranch=main init -q .
sed 's/title: Ben Nikaido/&, title_ja: 二階堂 勉/' people.md >x && mv x people.md
cat >rule.md <<'END'
---
kind: document
id: DOC-0900
title: Rule
title_ja: 規程
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
# Rule
END
git add -A
at 2026-06-01
as 'Ben Nikaido' b@elsewhere.example 'begin'
sed 's/^status: review/status: in_force\
reviewed: 2026-06-03\
approved_by: PER-0001\
approved_on: 2026-06-05\
effective_on: 2026-06-05/
s/^version: .*/version: "1.1"/
s/^- {version.*/&\
- {version: "1.1", date: 2026-06-04, by: PER-0002, summary: Shorter.}/' rule.md >x &&
    mv x rule.md
at 2026-06-08
as Somebody s@elsewhere.example 'DOC-0900 approved'
