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
python3 tests/oracle/history.py "$exe" "$FIRST" "$COUNT"
