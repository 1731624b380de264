#!/bin/sh
# Files of a language to fill in; a file that is there is left alone, and what
# it lacks is listed.
set -u
: "${BUILD:=build}" "${CC:=cc}"
code=${1-} keys=$BUILD/lang/keys
case $code in
''|*[!a-z-]*) echo "usage: make language CODE=de" >&2; exit 2 ;;
esac
libs=$(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk")
mkdir -p "$BUILD/lang"
# shellcheck disable=SC2086
$CC -std=c11 -D_GNU_SOURCE -Ilib -I. -O1 -o "$keys" tests/lang/keys.c \
    "$BUILD/libismsc.a" -Wl,--as-needed $libs -lm -lpthread || exit 3
for std in "" lib/standard/*/; do
	dir=${std:-lib/standard/}
	name=$(basename "$std")
	[ -z "$std" ] || [ -f "$dir/standard.yaml" ] || continue
	f=${dir%/}/lang/$code.yaml
	if [ -f "$f" ]; then
		# shellcheck disable=SC2086
		"$keys" check "$f" $name
		continue
	fi
	mkdir -p "${f%/*}"
	# shellcheck disable=SC2086
	"$keys" print $name | sed 's/^complete: true/complete: false/' >"$f" ||
	    exit 3
	echo "$f"
done
