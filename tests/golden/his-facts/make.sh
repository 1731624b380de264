# What a commit says beside its text: trailers, who merged, a signature; a
# record under a new id; a member put in front of a list.
export TZ=Asia/Tokyo
as() {
	git -c user.name="$1" -c user.email="$2" -c commit.gpgsign=false \
	    -c core.hooksPath=/dev/null commit -q -a -m "$3"
}
at() { export GIT_AUTHOR_DATE="$1T09:00:00" GIT_COMMITTER_DATE="$1T09:00:00"; }
git -c init.defaultBranch=main init -q .
cat >.mailmap <<'END'
Chie Mitsui <chie.mitsui@small.example> <chie@old.example>
END
cat >action.md <<'END'
---
kind: activity
id: ACT-0900
title: Look at the logs
status: active
owner: PER-0002
created: 2026-01-05
activity: Look at the logs
every: P1M
next_due: 2026-07-31
runs:
- {date: 2026-04-30, by: PER-0003, result: nothing odd}
- {date: 2026-05-29, by: PER-0003, result: nothing odd}
---
END
git add -A
at 2026-06-01
as Ben b@x.example 'begin'
# On a branch, by Chie; merged by Ben.
git checkout -q -b topic
sed 's/^runs:/&\
- {date: 2026-06-26, by: PER-0002, result: one alarm}/' action.md >x && mv x action.md
at 2026-06-26
as Chie chie@old.example 'Log review of June

Seen together.

Approved-by: Ben Nikaido <ben@small.example>
Reviewed-by: Somebody Else <else@small.example>'
git checkout -q main
at 2026-06-28
git -c user.name='Ben Nikaido' -c user.email=ben@small.example \
    -c commit.gpgsign=false merge -q --no-ff -m 'Merge the log review' topic
# Under another id; then signed, by whom is not looked at.
sed 's/ACT-0900/ACT-0901/' action.md >x && mv x action.md
at 2026-06-29
as Ben ben@small.example 'ACT-0900 is ACT-0901 now'
sed 's/one alarm/one false alarm/' action.md >x && mv x action.md
git add action.md
c=$(printf 'tree %s\nparent %s\nauthor Ben <ben@small.example> 1782777600 +0900\ncommitter Ben <ben@small.example> 1782777600 +0900\ngpgsig -----BEGIN SSH SIGNATURE-----\n none\n -----END SSH SIGNATURE-----\n\nsigned\n' "$(git write-tree)" "$(git rev-parse HEAD)" |
    git hash-object -t commit -w --stdin)
git reset -q "$c"
