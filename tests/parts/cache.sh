#!/bin/sh
# What is kept of a history changes no answer: commands with and without it, at
# several commits; damaged, foreign and older files; many runs at once.
set -u
: "${BUILD:=build}"
case $BUILD in /*) ismsc=$BUILD/ismsc ;; *) ismsc=$PWD/$BUILD/ismsc ;; esac
dir=$(mktemp -d) || exit 3
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
repo=$dir/repo
passed=0 failed=0
export NO_COLOR=1 LC_ALL=C.UTF-8

ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "FAIL $*"; }
alike() { if cmp -s "$2" "$3"; then ok; else bad "$1"; diff "$2" "$3" |
    head -5; fi; }

# A month after month of records: changed, renamed, moved, merged, removed.
cp -R lib/standard/iso27001/minimal "$repo"
cd "$repo" || exit 3
git init -q -b main .
export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=ann@example.com
export GIT_COMMITTER_NAME=Land GIT_COMMITTER_EMAIL=land@example.com
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
clock=1735689600
save() {
	clock=$((clock + 86400))
	git add -A
	GIT_AUTHOR_DATE="@$clock +0900" GIT_COMMITTER_DATE="@$clock +0900" \
	    git commit -q --allow-empty -m "$1"
}
rec() {
	mkdir -p "$(dirname "$1")"
	printf -- '---\nid: %s\nkind: corrective_action\ntitle: One\nstatus: %s\nowner: PER-0001\ndue: %s\ncreated: 2025-01-01\n---\n\n%s\n' \
	    "$2" "$3" "$4" "$5" >"$1"
}
save begin
for i in $(seq 10 59); do
	rec "improvement/CA-00$i.md" "CA-00$i" open 2026-01-$((i % 28 + 1)) one
	case $i in
	*3) rec "improvement/CA-0010.md" CA-0010 open 2026-02-0$((i / 10)) two ;;
	*5) git mv "improvement/CA-00$((i - 5)).md" \
		"improvement/moved-$i.md" 2>/dev/null ;;
	*6) git rm -qf "improvement/CA-00$((i - 4)).md" ;;
	*7) git checkout -q -b side
		rec "improvement/CA-00$i.md" "CA-00$i" open 2026-03-01 side
		save "side $i

Approved-by: Boss <boss@example.com>"
		git checkout -q main
		GIT_COMMITTER_DATE="@$clock +0900" \
		    git merge -q --no-ff -m "Merge side" side 2>/dev/null
		git branch -qD side ;;
	*8) echo "Ann New <new@example.com> <ann@example.com>$i" >.mailmap ;;
	esac
	save "step $i"
done

run() {
	"$ismsc" check --as-of 2026-06-30 "$@"
	"$ismsc" due --as-of 2026-06-30 "$@"
	"$ismsc" show CA-0017 --as-of 2026-06-30 "$@"
	"$ismsc" query 'SELECT * FROM history' --as-of 2026-06-30 "$@"
	"$ismsc" query 'SELECT * FROM commits' --as-of 2026-06-30 "$@"
}
has_file() { [ -n "$(ls .git/ismsc 2>/dev/null)" ]; }

# Growing, shrinking, the same again.
run --no-cache >"$dir/want" 2>&1
has_file && bad "--no-cache writes" || ok
for rev in main~52 main~51 main~30 main~29 main~12 main~1 main main \
    main~1 main~30 main~45 main; do
	run --no-cache --rev $rev >"$dir/a" 2>&1
	run --rev $rev >"$dir/b" 2>&1
	alike "rev $rev" "$dir/a" "$dir/b"
done
has_file && ok || bad "nothing is kept"
run >"$dir/b" 2>&1
alike "work tree" "$dir/want" "$dir/b"
# Another branch, and a line that was thrown away.
git checkout -q -b other main~20
rec improvement/CA-0090.md CA-0090 open 2026-05-05 other; save other
run --no-cache >"$dir/a" 2>&1; run >"$dir/b" 2>&1
alike "other branch" "$dir/a" "$dir/b"
git checkout -q main

# One that is damaged in some place is as if there were none.
rm -rf .git/ismsc; run >"$dir/b" 2>&1
file=$(ls .git/ismsc/history-*); size=$(stat -c %s "$file")
cp "$file" "$dir/good"
"$ismsc" check --as-of 2026-06-30 --no-cache >"$dir/a" 2>&1
for i in $(seq 1 60); do
	rm -f .git/ismsc/verdict-*
	cp "$dir/good" "$file"
	at=$(((i * 7919 * 31) % size))
	case $((i % 3)) in
	0) truncate -s $at "$file" ;;
	1) printf '\377' | dd of="$file" bs=1 seek=$at conv=notrunc \
	    status=none ;;
	2) head -c 64 /dev/zero | dd of="$file" bs=1 seek=$at conv=notrunc \
	    status=none ;;
	esac
	"$ismsc" check --as-of 2026-06-30 >"$dir/b" 2>&1
	alike "damaged at $at ($i)" "$dir/a" "$dir/b"
done
# Rebuilt silently: the bytes are those of a fresh one.
alike "rebuilt" "$dir/good" "$file"
: >"$file"; rm .git/ismsc/verdict-*; "$ismsc" check --as-of 2026-06-30 >"$dir/b" 2>&1
alike "empty file" "$dir/a" "$dir/b"
rm .git/ismsc/*; mkdir "$file"
"$ismsc" check --as-of 2026-06-30 >"$dir/b" 2>&1
alike "a folder in its place" "$dir/a" "$dir/b"
rm -rf .git/ismsc; ln -s "$dir" .git/ismsc
"$ismsc" check --as-of 2026-06-30 >"$dir/b" 2>&1
alike "a link in its place" "$dir/a" "$dir/b"
[ -z "$(ls "$dir"/history-* 2>/dev/null)" ] && ok || bad "a link followed"
rm .git/ismsc

# Many at once: each is right, one file is left.
for i in 1 2 3 4 5 6; do
	"$ismsc" check --as-of 2026-06-30 >"$dir/at.$i" 2>&1 &
done
wait
for i in 1 2 3 4 5 6; do alike "at once $i" "$dir/a" "$dir/at.$i"; done
[ "$(find .git/ismsc -type f | wc -l)" -eq 2 ] && ok || bad "left-overs"

# A folder of the user's choice; one that cannot be made is no trouble.
rm -rf .git/ismsc
for i in 1 2; do
	"$ismsc" check --as-of 2026-06-30 --cache "$dir/mine" >"$dir/b" 2>&1
	alike "--cache $i" "$dir/a" "$dir/b"
done
[ -n "$(ls "$dir/mine")" ] && ok || bad "--cache keeps nothing"
has_file && bad "--cache writes elsewhere" || ok
"$ismsc" check --as-of 2026-06-30 --cache /dev/null/x >"$dir/b" 2>&1
alike "no folder" "$dir/a" "$dir/b"
# Work trees share one; a shallow clone keeps none.
git worktree add -q "$dir/tree" main --detach
(cd "$dir/tree" && "$ismsc" check --as-of 2026-06-30) >"$dir/b" 2>&1
alike "work tree beside" "$dir/a" "$dir/b"
has_file && ok || bad "a work tree keeps nothing"
git clone -q --depth 3 "file://$repo" "$dir/cut"
(cd "$dir/cut" && "$ismsc" check --as-of 2026-06-30) >"$dir/b" 2>&1
[ $? -eq 3 ] && ! ls "$dir"/cut/.git/ismsc/history-* >/dev/null 2>&1 &&
    ok || bad "cut and kept"
(cd "$dir/cut" && git fetch -q --unshallow &&
    "$ismsc" check --as-of 2026-06-30) >"$dir/b" 2>&1
alike "made whole" "$dir/a" "$dir/b"

# ---- the verdict of the last check, given again ----

cd "$repo" || exit 3
rm -rf .git/ismsc
day=2026-06-30
opts=
got() { (cd "$at" && "$prog" check --as-of $day $opts "$@"
    echo "status $?") >"$dir/got" 2>&1; }
inode() { stat -c %i "$at/$kept"/verdict-* 2>/dev/null | sort | tr '\n' ' '; }
# again HOW: what the kept one says is what a fresh reading says, and a second
# call is (or, for HOW "never", is not) answered by what the first one kept.
again() {
	local how=$1 one two; shift
	[ "$how" = kept ] || rm -f "$at/$kept"/verdict-*
	got --no-cache; cp "$dir/got" "$dir/want"
	got; alike "$*: first" "$dir/want" "$dir/got"
	one=$(inode)
	got; alike "$*: second" "$dir/want" "$dir/got"
	two=$(inode)
	case $how in
	kept) [ -n "$one" ] && [ "$one" = "$two" ] && ok ||
		bad "$*: not kept" ;;
	never) [ -z "$one$two" ] && ok || bad "$*: kept" ;;
	esac
}
at=$repo kept=.git/ismsc prog=$ismsc
again kept 'at first'
old=$(inode)
# What is said of the same in another form comes from the same.
for form in text json github; do
	for more in '' '--lang ja' '--fail-on note --quiet' \
	    '--color always improvement' nowhere; do
		# shellcheck disable=SC2206
		opts="--format $form $more"
		got --no-cache; cp "$dir/got" "$dir/want"
		got; alike "$opts" "$dir/want" "$dir/got"
	done
done
opts=

f=improvement/CA-0011.md
# Same size, same time of change as far as anybody can set it.
swap() {
	local was; was=$(stat -c %y "$1")
	sed -i "$2" "$1"
	touch -d "$was" "$1"
}
change() { local how=$1 what=$2; shift 2; "$@"; again "$how" "$what"; }
change kept 'touched' touch $f
change kept 'touched to long ago' touch -d 2001-01-01 $f
swap $f 's/status: open/status: nepo/'; again kept 'same size and time'
swap $f 's/status: nepo/status: open/'; again kept 'and back'
cp -p $f "$dir/f"; change kept 'longer' sed -i '$a more' $f
change kept 'restored by copying' cp -p "$dir/f" $f
change kept 'a new file' cp $f improvement/new.md
change kept 'which moves' mv improvement/new.md improvement/newer.md
change kept 'which goes' rm improvement/newer.md
change kept 'a new file that is none' touch improvement/note.txt
change kept 'which grows' sh -c 'echo x >improvement/note.txt'
change kept 'which goes again' rm improvement/note.txt
change kept 'a new folder' mkdir empty.md
change kept 'a repository in it' mkdir empty.md/.git
change kept 'and gone' rmdir empty.md/.git empty.md
change kept 'a link' ln -s README.md link.md
change kept 'that leads elsewhere' ln -sfn ../../etc/passwd link.md
change kept 'and is gone' rm link.md
change kept 'a FIFO' mkfifo pipe.md
change kept 'gone' rm pipe.md
change kept 'a file gone' mv $f "$dir/g"
change kept 'a folder in its place' mkdir $f
rmdir $f; change kept 'back from elsewhere' cp "$dir/g" $f
change kept 'another inode' sh -c "cp $f x && mv x $f"
change kept 'an executable' chmod +x $f
chmod -x $f
if [ "$(id -u)" -ne 0 ]; then
	change never 'unreadable' chmod 0 $f
	chmod 644 $f
	change never 'a closed folder' chmod 0 improvement
	chmod 755 improvement
fi
head -c 2000000 /dev/zero | tr '\0' 'x' >big.md
change never 'too large' true
rm big.md
printf -- '---\nid: X\n---\n\000' >nul.md; again any 'a NUL'
printf '\377\376' >nul.md; again any 'UTF-16'
rm nul.md

# The configuration, waivers, the baseline.
cp isms.yaml "$dir/isms.yaml"
change kept 'configuration' sed -i '$a profile: certified' isms.yaml
change any 'wrong configuration' sh -c 'echo "no such key: 1" >>isms.yaml'
cp "$dir/isms.yaml" isms.yaml
again kept 'configuration back'
change kept 'another zone' sh -c 'echo "timezone: Pacific/Kiritimati" |
    cat - isms.yaml >x && mv x isms.yaml'
cp "$dir/isms.yaml" isms.yaml
"$ismsc" baseline --as-of $day --reason 'later' --expires 2026-12-31 \
    >"$dir/b" 2>&1
again kept 'a baseline'
for base in $(git ls-files -o); do rm "$base"; done
again kept 'no baseline'

# Another day, by the call and by the clock; another language.
for day in 2026-07-01 2027-02-28 2026-06-30; do again kept "day $day"; done
day=; for epoch in 1780000000 1780086400 ''; do
	opts=; got() { (cd "$at" && SOURCE_DATE_EPOCH=$epoch "$prog" check \
	    "$@"; echo "status $?") >"$dir/got" 2>&1; }
	again any "epoch $epoch"
done
day=2026-06-30
got() { (cd "$at" && "$prog" check --as-of $day $opts "$@"
    echo "status $?") >"$dir/got" 2>&1; }
for LANG in ja_JP.UTF-8 C.UTF-8; do
	got() { (cd "$at" && LC_ALL='' LANG=$LANG "$prog" check --as-of $day \
	    "$@"; echo "status $?") >"$dir/got" 2>&1; }
	again kept "in $LANG"
done
got() { (cd "$at" && "$prog" check --as-of $day $opts "$@"
    echo "status $?") >"$dir/got" 2>&1; }
for more in --no-history --require-history; do
	opts=$more; again any "$more"
done
opts="--as-of 2026-02-30"; again any 'no day'
opts=

# What history is: commits, branches, what cuts or replaces it.
again kept 'before the history'
rec improvement/CA-0091.md CA-0091 open 2026-05-05 x; save new
again kept 'a commit'
git commit -q --amend -m 'said otherwise

Approved-by: Boss <boss@example.com>'; again kept 'amended'
GIT_COMMITTER_DATE=@1600000000 git commit -q --amend --no-edit
again kept 'another date'
git checkout -q other; again kept 'another branch'
git checkout -q main; again kept 'the branch again'
git checkout -q --detach; again kept 'detached'
git checkout -q main~3; again kept 'further back'
git checkout -q main; git reset -q --soft HEAD~1; again kept 'reset'
git reset -q --hard ORIG_HEAD; again kept 'reset back'
git add -A; again kept 'the index'
echo 'Other Name <new@example.com> <ann@example.com>' >.mailmap
again kept 'a mailmap, not landed'
save mailmap; again kept 'a mailmap'
git replace HEAD HEAD~1; again kept 'a replaced commit'
git pack-refs --all; again kept 'packed references'
git replace -d HEAD >/dev/null; again kept 'no more'
git rev-parse HEAD >.git/info/grafts; again kept 'a graft'
rm .git/info/grafts; again kept 'no graft'
git rev-parse HEAD~5 >.git/shallow; again kept 'a shallow clone'
git rev-parse HEAD~3 >.git/shallow; again kept 'cut elsewhere'
rm .git/shallow; again kept 'whole'
cp .git/config "$dir/config"
git config remote.o.promisor true; again kept 'a partial clone'
git config extensions.unknown x; git config core.repositoryformatversion 1
again never 'a format nobody knows'
cp "$dir/config" .git/config
git config core.sparseCheckout true; again never 'a sparse checkout'
cp "$dir/config" .git/config
git gc -q; again kept 'packed anew'
blob=$(git rev-parse HEAD:isms.yaml)
git unpack-objects -q <"$(ls .git/objects/pack/*.pack)" 2>/dev/null
again kept 'unpacked'
mkdir "$dir/away"; mv .git/objects/pack/* "$dir/away"
git unpack-objects -q <"$(ls "$dir"/away/*.pack)"
again kept 'loose'
lost=.git/objects/$(echo "$blob" | cut -c1-2)/$(echo "$blob" | cut -c3-)
mv "$lost" "$dir/lost"; again kept 'an object lost'
mv "$dir/lost" "$lost"; again kept 'and found'
cp .git/HEAD "$dir/head"; echo nothing >.git/HEAD; again never 'no HEAD'
cp "$dir/head" .git/HEAD
mv .git "$dir/git"; again never 'no repository'
mv "$dir/git" .git
git worktree prune; git worktree add -q "$dir/other" other
at=$dir/other kept=../repo/.git/worktrees/other/ismsc
again kept 'another work tree'
git -C "$dir/other" checkout -q --detach main~2; again kept 'and its HEAD'
at=$repo kept=.git/ismsc; again kept 'not mixed up with it'
cp -R "$repo" "$dir/copy"; at=$dir/copy; again kept 'a copy'
mkdir "$dir/up"; mv "$dir/copy" "$dir/up/copy"; at=$dir/up/copy
again kept 'moved'
at=$repo

# Another program: what one kept is nothing to the other.
again kept 'this program'
old=$(inode)
prog=$dir/ismsc2; cp "$ismsc" "$prog"
if objcopy --remove-section .note.gnu.build-id "$prog" 2>/dev/null; then
	got --no-cache; cp "$dir/got" "$dir/want"
	got; alike 'another program' "$dir/want" "$dir/got"
	[ "$(inode)" != "$old" ] && ok || bad 'taken from another program'
fi
prog=$ismsc

# Damage in any place; each is as if there were none.
rm .git/ismsc/verdict-*
again kept 'before damage'
file=$(ls .git/ismsc/verdict-*); size=$(stat -c %s "$file")
cp "$file" "$dir/good"
got --no-cache; cp "$dir/got" "$dir/want"
for i in $(seq 1 24); do
	cp "$dir/good" "$file"
	spot=$(((i * 7919 * 31) % size))
	case $((i % 3)) in
	0) truncate -s $spot "$file" ;;
	1) printf '\376' | dd of="$file" bs=1 seek=$spot conv=notrunc \
	    status=none ;;
	2) head -c 64 /dev/zero | dd of="$file" bs=1 seek=$spot conv=notrunc \
	    status=none ;;
	esac
	got; alike "verdict damaged at $spot ($i)" "$dir/want" "$dir/got"
done
cp "$dir/good" "$file"; chmod g+w "$file"; old=$(inode)
got; alike 'others may write it' "$dir/want" "$dir/got"
[ "$(inode)" != "$old" ] && ok || bad 'others may write it'
rm "$file"; mkdir "$file"; got; alike 'a folder' "$dir/want" "$dir/got"
rmdir "$file"; ln -s "$dir/good" "$file"
got; alike 'a link' "$dir/want" "$dir/got"

# While it is read, a file changes: what is kept is never of two moments.
for i in 1 2 3 4; do
	(sleep 0.0$i; swap $f 's/status: open/status: nepo/') &
	got
	wait
	again kept "changed while read ($i)"
	swap $f 's/status: nepo/status: open/'
done
again kept 'at last'

# A folder in the work tree would be anybody's who may send a change.
"$ismsc" check --as-of $day --cache mine >"$dir/b" 2>&1
[ $? -eq 2 ] && [ ! -e mine ] && ok || bad '--cache in the work tree'
"$ismsc" check --as-of $day --cache .git/mine >"$dir/b" 2>&1
[ -n "$(ls .git/mine/verdict-* 2>/dev/null)" ] && ok || bad '--cache .git/mine'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
