#!/bin/sh
# Every test.  Each part prints "N passed, N failed" last; the sum is ours.
set -u
: "${BUILD:=build}"
passed=0 failed=0
log=$(mktemp) || exit 3
trap 'rm -f "$log"' EXIT

dir=${1:-tests/parts}
for part in "$dir"/*.sh; do
	[ -f "$part" ] || continue
	echo "== $(basename "$part" .sh)"
	BUILD=$BUILD sh "$part" >"$log" 2>&1
	rc=$?
	last=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -1)
	p=${last%% *} f=${last#*, } f=${f%% *}
	if [ -z "$last" ] || { [ "$rc" -ne 0 ] && [ "$f" -eq 0 ]; }; then
		p=${p:-0} f=$((${f:-0} + 1))
	fi
	[ "$f" -eq 0 ] || cat "$log"
	echo "   $p passed, $f failed"
	passed=$((passed + p)) failed=$((failed + f))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
