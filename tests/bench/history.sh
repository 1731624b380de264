#!/bin/bash
# The whole history, field by field, against git's own reading of its trees at
# the same moment, both to /dev/null; CPU seconds, median of five, and peak
# memory.  SIZES='S M L' adds the large one (minutes to make).
set -eu
: "${BUILD:=build}" "${CC:=cc}" "${SIZES:=S M}"
out=$BUILD/bench
mkdir -p "$out"
libs=$(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk")
$CC -O2 -o "$out/generate" tests/bench/generate.c
# shellcheck disable=SC2086
$CC -std=c11 -D_GNU_SOURCE -Ilib -I. -O2 -o "$out/timeline" \
    tests/oracle/timeline.c "$BUILD/libismsc.a" -Wl,--as-needed $libs \
    -lm -lpthread

cpu() {
	local i t
	for i in 1 2 3 4 5; do
		TIMEFORMAT='%U %S'
		t=$({ time "$@" >/dev/null 2>&1; } 2>&1)
		echo "$t" | awk '{ printf "%.3f\n", $1 + $2 }'
	done | sort -n | sed -n 3p
}

# Peak resident memory in MiB, by a child's own account.
peak() {
	python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)' "$@"
}

printf '%-5s %10s %10s %8s %10s %10s\n' size 'git CPU s' 'ours' ratio \
    'git MiB' ours
for size in $SIZES; do
	case $size in
	S) n='200 500' ;; M) n='2000 10000' ;; *) n='20000 100000' ;;
	esac
	repo=$out/$size.git
	if [ ! -d "$repo" ]; then
		git init -q --bare -b main "$repo"
		# shellcheck disable=SC2086
		"$out/generate" $n | git -C "$repo" fast-import --quiet
		git -C "$repo" repack -adfq
	fi
	log="git -C $repo log --raw --no-renames --no-abbrev --format=%H main"
	own="$out/timeline $repo main cost"
	a=$(cpu $log) b=$(cpu $own)
	printf '%-5s %10s %10s %8s %10s %10s\n' "$size" "$a" "$b" \
	    "$(awk -v a="$a" -v b="$b" 'BEGIN { printf "%.2f", b / a }')" \
	    "$(peak $log)" "$(peak $own)"
done
