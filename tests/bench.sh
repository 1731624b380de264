#!/bin/bash
# CPU seconds (user and system, median of five) of the example's commands, each
# between two measures of its floor: git reading the same history, cat reading
# the same files.  A ratio carries over to other machines and busy moments; a
# second does not.  Fails nobody: a clock is no test.
set -eu
: "${BUILD:=build}"
repo=$BUILD/demo/repo out=$BUILD/bench
asof=2026-10-15
[ -d "$repo" ] || sh example-isms/demo.sh "$BUILD/ismsc" "$BUILD/demo" >/dev/null
mkdir -p "$out"

# once COMMAND...: its CPU seconds.
once() {
	local TIMEFORMAT='%U %S'
	{ time "$@" >/dev/null 2>&1 || true; } 2>&1 | awk '{ print $1 + $2 }'
}
log() { git -C "$repo" log --raw --no-renames --no-abbrev --format=%H; }
# shellcheck disable=SC2317
cats() { (cd "$repo" && git ls-files -z | xargs -0 cat); }

# middle: of a column of numbers.
middle() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

# line NAME COMMAND...: command and floors in turns, so that all of them meet
# the same moment.
line() {
	local name=$1 i; shift
	: >"$out/own"; : >"$out/log"; : >"$out/cat"
	for i in 1 2 3 4 5; do
		once log >>"$out/log"
		once "$@" >>"$out/own"
		once cats >>"$out/cat"
	done
	awk -v n="$name" -v t="$(middle <"$out/own")" \
	    -v l="$(middle <"$out/log")" -v c="$(middle <"$out/cat")" 'BEGIN {
		printf "%-30s %8.3f %10.1f %8.1f\n", n, t,
		    t / (l > 0 ? l : 0.001), t / (c > 0 ? c : 0.001) }'
}

ismsc=$BUILD/ismsc
printf '%-30s %8s %10s %8s\n' command 'CPU s' 'x git log' 'x cat'
line 'git log --raw' log
line 'start alone (--version)' "$ismsc" --version
line 'check' "$ismsc" check -C "$repo" --as-of $asof
line 'check --no-history' "$ismsc" check -C "$repo" --as-of $asof --no-history
line 'due' "$ismsc" due -C "$repo" --as-of $asof
line 'build (site and PDF)' "$ismsc" build -C "$repo" --as-of $asof -o "$out/built"
line 'pack --draft' "$ismsc" pack -C "$repo" --as-of $asof --draft -o "$out/p.zip"
rm -rf "$out/built" "$out/p.zip"
