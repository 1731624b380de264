#!/bin/bash
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
file=$(ls .git/ismsc/*); size=$(stat -c %s "$file")
cp "$file" "$dir/good"
"$ismsc" check --as-of 2026-06-30 --no-cache >"$dir/a" 2>&1
for i in $(seq 1 60); do
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
: >"$file"; "$ismsc" check --as-of 2026-06-30 >"$dir/b" 2>&1
alike "empty file" "$dir/a" "$dir/b"
rm "$file"; mkdir "$file"
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
[ "$(find .git/ismsc -type f | wc -l)" -eq 1 ] && ok || bad "left-overs"

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
[ $? -eq 3 ] && [ ! -e "$dir/cut/.git/ismsc" ] && ok || bad "cut and kept"
(cd "$dir/cut" && git fetch -q --unshallow &&
    "$ismsc" check --as-of 2026-06-30) >"$dir/b" 2>&1
alike "made whole" "$dir/a" "$dir/b"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
