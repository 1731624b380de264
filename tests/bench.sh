#!/bin/bash
# CPU seconds (user and system, median of five) of the example's commands, and
# their ratio to git reading the same history at the same moment.  Fails
# nobody: a clock is no test.
set -eu
: "${BUILD:=build}"
repo=$BUILD/demo/repo out=$BUILD/bench
asof=2026-10-15
[ -d "$repo" ] || sh example-isms/demo.sh "$BUILD/ismsc" "$BUILD/demo" >/dev/null
mkdir -p "$out"

cpu() {
	local i t
	for i in 1 2 3 4 5; do
		TIMEFORMAT='%U %S'
		t=$({ time "$@" >/dev/null 2>&1 || true; } 2>&1)
		echo "$t" | awk '{ printf "%.3f\n", $1 + $2 }'
	done | sort -n | sed -n 3p
}

floor=$(cpu git -C "$repo" log --raw --no-renames --no-abbrev --format=%H)
printf '%-34s %8s %10s\n' command 'CPU s' 'x git log'
line() {
	local name=$1 t; shift
	t=$(cpu "$@")
	awk -v n="$name" -v t="$t" -v f="$floor" 'BEGIN {
		printf "%-34s %8.3f %10.1f\n", n, t, t / (f > 0 ? f : 0.001) }'
}
printf '%-34s %8.3f %10.1f\n' 'git log --raw (floor)' "$floor" 1
line 'check' "$BUILD/ismsc" check -C "$repo" --as-of $asof
line 'check --no-history' "$BUILD/ismsc" check -C "$repo" --as-of $asof --no-history
line 'build (site and PDF)' "$BUILD/ismsc" build -C "$repo" --as-of $asof -o "$out"
line 'pack --draft' "$BUILD/ismsc" pack -C "$repo" --as-of $asof --draft -o "$out/p.zip"
