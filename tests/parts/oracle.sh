#!/bin/sh
# The history reader against git itself, on random histories.
set -u
: "${BUILD:=build}" "${CC:=cc}" "${FIRST:=1}" "${COUNT:=20}"
flags="-std=c11 -D_GNU_SOURCE -Ilib -I. -O1 -g ${SANITIZE-}"
libs=$(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk")
exe=$BUILD/oracle/timeline
mkdir -p "$BUILD/oracle"
if [ ! -e "$exe" ] || [ "$exe" -ot tests/oracle/timeline.c ] ||
    [ "$exe" -ot "$BUILD/libismsc.a" ]; then
	# shellcheck disable=SC2086
	$CC $flags -o "$exe" tests/oracle/timeline.c "$BUILD/libismsc.a" \
	    -Wl,--as-needed $libs -lm -lpthread || exit 1
fi
python3 tests/oracle/history.py "$exe" "$FIRST" "$COUNT" >"$BUILD/oracle/log"
tail -n +1 "$BUILD/oracle/log" | grep -v 'passed, '
last=$(tail -1 "$BUILD/oracle/log")
passed=${last%% *} failed=${last#*, } failed=${failed%% *}

# One that is long enough for threads and for giving memory back: the same by
# one processor, by all, by libgit2, and in steps with the cache.
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
$CC -O1 -o "$work/generate" tests/bench/generate.c
git init -q --bare -b main "$work/long"
"$work/generate" 100 2600 lib/standard/iso27001/minimal |
    git -C "$work/long" fast-import --quiet
taskset -c "$(taskset -pc $$ | sed 's/.*: *\([0-9]*\).*/\1/')" \
    "$exe" "$work/long" main >"$work/want"
judge() {
	if cmp -s "$work/want" "$work/got" && [ -s "$work/want" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1)); echo "FAIL $1"
	fi
}
"$exe" "$work/long" main >"$work/got"; judge 'all processors'
"$exe" "$work/long" main libgit2 >"$work/got"; judge libgit2
for rev in main~1500 main~900 main~899 main main; do
	"$exe" "$work/long" $rev cache="$work/cache" >"$work/got"
done
judge 'with the cache'
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
