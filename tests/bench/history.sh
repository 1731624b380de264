#!/bin/bash
# A history of years, against git's own reading of its trees at the same
# moment, both to /dev/null: every field of every record (no files, no rules),
# a whole check without and with the cache, and one after 20 commits more.
# CPU seconds and wall, medians of paired runs, and peak memory.  SIZE=L alone
# makes the large one, which takes minutes and a gigabyte.
set -eu
: "${BUILD:=build}" "${CC:=cc}" "${SIZE:=S M}" "${RUNS:=5}"
asof=2026-06-30
case $BUILD in /*) ;; *) BUILD=$PWD/$BUILD ;; esac
out=$BUILD/bench
mkdir -p "$out"
libs=$(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk")
$CC -O2 -o "$out/generate" tests/bench/generate.c
# shellcheck disable=SC2086
$CC -std=c11 -D_GNU_SOURCE -Ilib -I. -O2 -o "$out/timeline" \
    tests/oracle/timeline.c "$BUILD/libismsc.a" -Wl,--as-needed $libs \
    -lm -lpthread

# CPU and wall seconds and peak MiB of a command, by the child's own account.
once() {
	python3 -c 'import os, resource, subprocess, sys, time
t = time.monotonic()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL,
               stderr=subprocess.DEVNULL)
t = time.monotonic() - t
r = resource.getrusage(resource.RUSAGE_CHILDREN)
print("%.3f %.3f %d" % (r.ru_utime + r.ru_stime, t, r.ru_maxrss // 1024))' \
	    "$@"
}
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

# row NAME COMMAND...: each run has one of git beside it.
row() {
	local name=$1 i; shift
	: >"$out/own"; : >"$out/git"
	for i in $(seq "$RUNS"); do
		once "${log[@]}" >>"$out/git"
		once "$@" >>"$out/own"
	done
	paste -d' ' "$out/own" "$out/git" >"$out/both"
	printf '%-3s %-24s %8s %8s %7s %7s %8s %8s\n' "$size" "$name" \
	    "$(cut -d' ' -f1 "$out/own" | median)" \
	    "$(cut -d' ' -f2 "$out/own" | median)" \
	    "$(awk '{ printf "%.2f\n", $1 / $4 }' "$out/both" | median)" \
	    "$(awk '{ printf "%.2f\n", $2 / $5 }' "$out/both" | median)" \
	    "$(cut -d' ' -f3 "$out/own" | median)" \
	    "$(awk '{ printf "%.2f\n", $3 / $6 }' "$out/both" | median)"
}

printf '%-3s %-24s %8s %8s %7s %7s %8s %8s\n' '' '' 'CPU s' 'wall s' \
    'x CPU' 'x wall' 'MiB' 'x MiB'
for size in $SIZE; do
	case $size in
	S) n='200 500' ;; M) n='2000 10000' ;; *) n='20000 100000' ;;
	esac
	repo=$out/$size
	if [ ! -d "$repo" ]; then
		git init -q -b main "$repo"
		# shellcheck disable=SC2086
		"$out/generate" $n lib/standard/iso27001/minimal |
		    git -C "$repo" fast-import --quiet
		git -C "$repo" repack -adfq
		git -C "$repo" reset -q --hard
	fi
	log=(git -C "$repo" log --raw --no-renames --no-abbrev --format=%H
	    main)
	check=("$BUILD/ismsc" check -C "$repo" --as-of $asof --cache
	    "$out/cache")
	row 'git log --raw' "${log[@]}"
	row 'history' "$out/timeline" "$repo" main cost
	row 'history, one processor' taskset -c 0 "$out/timeline" "$repo" \
	    main cost
	row 'check, cold' "${check[@]}" --no-cache
	rm -rf "$out/cache"
	"${check[@]}" --rev main~40 >/dev/null || :
	row 'check, 40 commits more' "${check[@]}" --rev main~20
	"${check[@]}" >/dev/null || :
	row 'check, warm' "${check[@]}"
	row 'check --no-history' "${check[@]}" --no-history
	rm -rf "$out/cache"
done
