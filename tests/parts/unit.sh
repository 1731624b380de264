#!/bin/sh
# Unit tests: each tests/unit/test_*.c against the library, by cmocka.
set -u
: "${BUILD:=build}" "${CC:=cc}"
passed=0 failed=0
flags="-std=c11 -D_GNU_SOURCE -Ilib -I. -O1 -g ${SANITIZE-}"
libs=$(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk")
mkdir -p "$BUILD/unit"
for t in tests/unit/test_*.c; do
	[ -f "$t" ] || continue
	name=$(basename "$t" .c)
	exe=$BUILD/unit/$name
	# shellcheck disable=SC2086
	if [ ! -e "$exe" ] || [ "$exe" -ot "$t" ] ||
	    [ "$exe" -ot "$BUILD/libismsc.a" ]; then
		$CC $flags -o "$exe" "$t" "$BUILD/libismsc.a" \
		    -Wl,--as-needed $libs -lcmocka -lm -lpthread || {
			failed=$((failed + 1)); continue
		}
	fi
	CMOCKA_MESSAGE_OUTPUT=STDOUT "$exe" >"$exe.log" 2>&1
	p=$(grep -c '^\[       OK \]' "$exe.log")
	f=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test(s).*/\1/p' "$exe.log" |
	    head -1)
	if [ -z "$f" ] && ! grep -q '^\[  PASSED  \]' "$exe.log"; then
		f=1
	fi
	[ "${f:-0}" -eq 0 ] || { echo "== $name"; cat "$exe.log"; }
	passed=$((passed + p)) failed=$((failed + ${f:-0}))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
