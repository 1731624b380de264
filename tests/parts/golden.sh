#!/bin/sh
# Golden tests: what the program says, to the letter.  A folder a case under
# tests/golden/NAME/:
#
#   in/       files laid over the minimal ISMS of the standard, or
#   make.sh   run in that ISMS to change it (for bytes no file should hold)
#   bare      if there: start with an empty folder, not with the minimal ISMS
#   args      the arguments, quoted as for a shell
#   after     commands to run behind it there; what they print counts as well
#   expect    what it prints, both streams
#   status    its status, when not 0
#
# ONLY='a b' runs some; ACCEPT=1 writes what is printed as what is expected.
set -u
: "${BUILD:=build}"
here=$(pwd)
case $BUILD in /*) exe=$BUILD/ismsc ;; *) exe=$here/$BUILD/ismsc ;; esac
minimal=$here/lib/standard/iso27001/minimal
work=$(mktemp -d) || exit 3
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
passed=0 failed=0

for case in tests/golden/*/; do
	case=${case%/}
	name=${case##*/}
	[ -z "${ONLY-}" ] || case " $ONLY " in *" $name "*) ;; *) continue ;; esac
	dir=$work/$name/isms
	mkdir -p "$dir"
	[ -e "$case/bare" ] || cp -R "$minimal/." "$dir"
	[ ! -d "$case/in" ] || cp -R "$case/in/." "$dir"
	[ ! -f "$case/make.sh" ] ||
	    (cd "$dir" && LC_ALL=C sh "$here/$case/make.sh") ||
	    echo "$name: make.sh failed"
	args='check -q --no-history --color never --as-of 2026-06-30'
	[ ! -f "$case/args" ] || args=$(cat "$case/args")
	(
		cd "$dir" && eval "set -- $args" &&
		env -i PATH="$PATH" HOME=/nonexistent LC_ALL=C.UTF-8 \
		    "$exe" "$@" </dev/null
	) >"$work/$name/out" 2>&1
	status=$?
	[ ! -f "$case/after" ] ||
	    (cd "$dir" && sh "$here/$case/after") >>"$work/$name/out" 2>&1
	want=0
	[ ! -f "$case/status" ] || want=$(cat "$case/status")
	if [ -n "${ACCEPT-}" ]; then
		cp "$work/$name/out" "$case/expect"
		rm -f "$case/status"
		[ "$status" -eq 0 ] || echo "$status" >"$case/status"
	elif ! cmp -s "$work/$name/out" "$case/expect" ||
	    [ "$status" -ne "$want" ]; then
		echo "FAIL $name (status $status, expected $want)"
		diff -u "$case/expect" "$work/$name/out" | head -40
		failed=$((failed + 1))
		continue
	fi
	passed=$((passed + 1))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
