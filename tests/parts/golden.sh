#!/bin/sh
# Golden tests: what the program says, to the letter.  A folder a case under
# tests/golden/NAME/:
#
#   in/       files laid over the minimal ISMS of the standard, or
#   make.sh   run in that ISMS to change it (for bytes no file should hold)
#   like      another case, whose in/ and make.sh come before these
#   bare      if there: start with an empty folder, not with the minimal ISMS
#   args      the arguments, quoted as for a shell
#   after     commands to run behind it there (the program is $ISMSC); what
#             they print counts as well
#   filter    commands through which all of it goes, for figures that move
#   expect    what it prints, both streams
#   status    its status, when not 0
#   rules     if there: findings of the standard's rules count as well; they
#             are left out otherwise, since their own examples test them
#
# ONLY='a b' runs some; ACCEPT=1 writes what is printed as what is expected.
set -u
: "${BUILD:=build}"
here=$(pwd)
case $BUILD in /*) exe=$BUILD/ismsc ;; *) exe=$here/$BUILD/ismsc ;; esac
minimal=$here/lib/standard/iso27001/minimal

# Only what the program itself and house rules say, unless rules are wanted.
narrow() {
	if [ -e "tests/golden/$1/rules" ]; then cat; return; fi
	awk '
	FNR == NR {
		if (match($0, /^DIAG\([A-Z0-9_]+, *"[A-Z0-9-]+"/)) {
			split($0, part, "\""); own[part[2]] = 1
		}
		next
	}
	/^[^ ].*: [^ ]+: .* \[[A-Z]+-[0-9]+\]$/ {
		code = $0
		sub(/.*\[/, "", code); sub(/\]$/, "", code)
		keep = code in own || code ~ /^HOUSE/
		if (keep) print
		next
	}
	/^ / || /^[^ ].*:[0-9]+: (note|注記): / { if (keep) print; next }
	{ keep = 1; print }' lib/diag/diag.def -
}

# lay NAME: what a case and those it is like make of the ISMS in $dir.
lay() {
	[ ! -f "tests/golden/$1/like" ] ||
	    lay "$(cat "tests/golden/$1/like")"
	[ ! -d "tests/golden/$1/in" ] || cp -R "tests/golden/$1/in/." "$dir"
	[ ! -f "tests/golden/$1/make.sh" ] ||
	    (cd "$dir" && LC_ALL=C sh "$here/tests/golden/$1/make.sh") ||
	    echo "FAIL $1: make.sh"
}

# one NAME: run a case in $work; says FAIL when it fails.
one() {
	case=tests/golden/$1
	dir=$work/$1/isms
	mkdir -p "$dir"
	[ -e "$case/bare" ] || cp -R "$minimal/." "$dir"
	lay "$1"
	args='check -q --no-history --color never --as-of 2026-06-30'
	[ ! -f "$case/args" ] || args=$(cat "$case/args")
	(
		cd "$dir" && eval "set -- $args" &&
		env -i PATH="$PATH" HOME=/nonexistent LC_ALL=C.UTF-8 \
		    ${ASAN_OPTIONS+"ASAN_OPTIONS=$ASAN_OPTIONS"} \
		    "$exe" "$@" </dev/null
	) >"$work/$1/all" 2>&1
	status=$?
	narrow "$1" <"$work/$1/all" >"$work/$1/out"
	[ ! -f "$case/after" ] ||
	    (cd "$dir" && ISMSC=$exe sh "$here/$case/after") >>"$work/$1/out" 2>&1
	[ ! -f "$case/filter" ] || {
		sh "$case/filter" <"$work/$1/out" >"$work/$1/kept"
		mv "$work/$1/kept" "$work/$1/out"
	}
	want=0
	[ ! -f "$case/status" ] || want=$(cat "$case/status")
	if [ -n "${ACCEPT-}" ]; then
		cp "$work/$1/out" "$case/expect"
		rm -f "$case/status"
		[ "$status" -eq 0 ] || echo "$status" >"$case/status"
	elif ! cmp -s "$work/$1/out" "$case/expect" ||
	    [ "$status" -ne "$want" ]; then
		echo "FAIL $1 (status $status, expected $want)"
		diff -u "$case/expect" "$work/$1/out" | head -40
	fi
}

if [ $# -gt 0 ]; then
	for name; do one "$name"; done
	exit 0
fi
work=$(mktemp -d) || exit 3
export work BUILD
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
names=${ONLY:-$(ls tests/golden)}
# Two at a time: each waits for the disk now and then.
echo $names | xargs -n 8 -P "${JOBS:-2}" sh "$0" >"$work/log"
cat "$work/log"
all=$(echo $names | wc -w)
failed=$(grep -c '^FAIL ' "$work/log")
echo "$((all - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
