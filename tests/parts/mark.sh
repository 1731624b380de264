#!/bin/sh
# The Markdown layer against the cmark-gfm command: the example's documents
# and generated ones; SPEC=spec.txt adds the examples of a specification.
set -u
: "${BUILD:=build}" "${CC:=cc}" "${N:=250}" "${SEED:=27001}"
passed=0 failed=0
if ! command -v python3 >/dev/null; then
	echo "no python3: the comparison is left out"
	echo "0 passed, 0 failed"
	exit 0
fi
exe=$BUILD/mark_html
# shellcheck disable=SC2046,SC2086
$CC -std=c11 -D_GNU_SOURCE -Ilib -O1 -g ${SANITIZE-} -o "$exe" \
    tests/mark/html.c "$BUILD/libismsc.a" -Wl,--as-needed \
    $(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk") -lm -lpthread || exit 1
part() {
	python3 tests/mark/compare.py "$exe" "$@" >"$exe.log" || cat "$exe.log"
	last=$(tail -1 "$exe.log")
	p=${last%% *} f=${last#*, } f=${f%% *}
	passed=$((passed + ${p:-0})) failed=$((failed + ${f:-1}))
}
part corpus tests/mark/corpus
part corpus example-isms/documents
part random "$N" "$SEED"
part soup "$N" "$SEED"
[ -z "${SPEC-}" ] || part examples "$SPEC"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
