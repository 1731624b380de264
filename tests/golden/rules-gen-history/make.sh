# A closed action set back to planned, a party deleted, an id given away.
land() {
	GIT_AUTHOR_DATE="$1T09:00:00+09:00" \
	GIT_COMMITTER_DATE="$1T09:00:00+09:00" \
	git -c user.name='Ben Nikaido' -c user.email=ben@small.example \
	    -c commit.gpgsign=false commit -q -a -m "$2"
}
git init -q .
git add .
land 2026-06-01 'the ISMS'
# CA-0002, closed, becomes planned: not even reopened.
awk '/id: CA-0002/ { on = 1 } on && /status: closed/ {
	sub(/closed/, "planned"); on = 0 } { print }' improvement.md >x &&
mv x improvement.md
# IPY-0003 goes for good, COM-0001 for a day.
awk '/id: IPY-0003/ { off = 1 } /id: IPY-0004/ { off = 0 } !off' \
    parties.md >x && mv x parties.md
cp operation.md keep
awk '/id: COM-0001/ { off = 1 } /id: ACT-0001/ { off = 0 } !off' \
    operation.md >x && mv x operation.md
land 2026-06-10 'set back, deleted'
mv keep operation.md
awk '{ print } /id: COM-0001/ { print "    created: 2026-06-11" }' \
    operation.md >x && mv x operation.md
land 2026-06-11 'another record of that id'
