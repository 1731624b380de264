#!/bin/sh
# late.sh CC PACKAGE...: the file names by which the linker would have the
# libraries of some packages loaded, as a line for make (see late.h).
set -eu
cc=$1; shift
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
echo 'int main(void) { return 0; }' >"$dir/a.c"
printf 'LATE ='
for p; do
	lib=$(pkg-config --libs-only-l "$p" | sed 's/^-l\([^ ]*\).*/\1/')
	# shellcheck disable=SC2046
	$cc -o "$dir/a" "$dir/a.c" -Wl,--no-as-needed \
	    $(pkg-config --libs-only-L "$p") "-l$lib"
	so=$(LC_ALL=C readelf -d "$dir/a" |
	    sed -n "s/.*(NEEDED).*\[\(lib$lib\..*\)\]$/\1/p")
	[ -n "$so" ] || { echo "late.sh: $p has no shared library" >&2; exit 1; }
	printf " -DLATE_%s='\"%s\"'" \
	    "$(echo "${p#lib}" | tr a-z A-Z)" "$so"
done
echo
