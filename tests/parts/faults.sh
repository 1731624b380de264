#!/bin/sh
# What a failing machine does to an output: it is written whole or the earlier
# one stays, nothing half-written is left, and the status is 3.
if [ -n "${SANITIZE-}" ]; then
	# The sanitizer wants to be loaded first and reserves terabytes.
	echo "preloaded faults and memory limits: not under a sanitizer"
	echo "0 passed, 0 failed"
	exit 0
fi
set -u
: "${BUILD:=build}" "${CC:=cc}"
here=$(pwd)
case $BUILD in /*) exe=$BUILD/ismsc ;; *) exe=$here/$BUILD/ismsc ;; esac
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "FAIL $*"; }

cp -R lib/standard/iso27001/minimal "$work/isms"
cd "$work/isms" || exit 3
$CC -shared -fPIC -D_GNU_SOURCE -o "$work/faults.so" \
    "$here/tests/faults/faults.c" -ldl || exit 1

run() {
	"$exe" build -q --no-history --as-of 2026-06-30 -o "$work/out" \
	    >"$work/log" 2>&1
}
# The output as one line: every file and its bytes.
sum() { (cd "$work/out" && find . -type f | LC_ALL=C sort |
    xargs sha256sum | sha256sum); }
left() { find "$work" -name '*.tmp-*' -o -name '*.old-*' | head -3; }

# judge NAME STATUS: the earlier output stands, or a whole new one.
judge() {
	if [ "$2" -eq 3 ] || [ "$2" -eq 0 ]; then ok
	else bad "$1: status $2"; cat "$work/log"; fi
	if [ "$(sum)" = "$whole" ]; then ok; else bad "$1: a mix is left"; fi
	if [ -z "$(left)" ]; then ok; else bad "$1: left behind: $(left)"; fi
}

run || { cat "$work/log"; echo "0 passed, 1 failed"; exit 1; }
whole=$(sum)
run && [ "$(sum)" = "$whole" ] && ok || bad "the second run differs"

# A disk that is full after so many blocks of 512 bytes.
for blocks in 0 1 20 200; do
	(ulimit -f $blocks; run); status=$?
	[ $status -eq 3 ] && ok || bad "full after $blocks: status $status"
	judge "full after $blocks blocks" $status
done

# Where there was nothing, nothing is: no empty folder of the first language.
(ulimit -f 200; "$exe" build -q --lang all --no-history --as-of 2026-06-30 \
    -o "$work/new/deep" >"$work/log" 2>&1)
[ $? -eq 3 ] && [ ! -e "$work/new" ] && ok ||
    bad "a failed build leaves $(find "$work/new")"

fault() {
	FAULT_CALL=$1 FAULT_AT=$2 FAULT_ERRNO=$3 LD_PRELOAD=$work/faults.so \
	    run
	judge "$1 $2 errno $3" $?
}
fault syncfs 1 5
fault fsync 1 5
fault rename 1 28
fault renameat2 1 5
# No exchange here: two renames do as well (ENOSYS, EINVAL).
fault renameat2 0 38
fault renameat2 0 22

# Site and PDF are of one run: what changed since shows in both or neither.
sed 's/^title: .*/title: Something else/' assets.md >"$work/assets" &&
    cp assets.md "$work/was" && cp "$work/assets" assets.md
fault rename 2 28
fault renameat2 1 5
fault syncfs 1 5
cp "$work/was" assets.md

# Interrupted while it writes, or out of memory then: the former output stands
# and nothing lies beside it.  Between the renames the signal waits.
for signal in 1 2 15; do for call in syncfs renameat2; do
	FAULT_CALL=$call FAULT_AT=1 FAULT_ERRNO=38 FAULT_SIGNAL=$signal \
	    LD_PRELOAD=$work/faults.so run
	status=$?
	[ $status -eq $((128 + signal)) ] && ok ||
	    bad "signal $signal at $call: status $status"
	[ "$(sum)" = "$whole" ] && ok || bad "signal $signal at $call: a mix"
	[ -z "$(left)" ] && ok || bad "signal $signal at $call: $(left)"
done; done
fault mmap 0 12
grep -q 'out of memory' "$work/log" && ok || bad "mmap 12: memory did not end"

# Killed at some moment, the next run leaves no trace of it.
for ms in 05 15 40; do
	# exec: the signal must reach the program, not a shell around it that
	# leaves it writing beside the next run.
	(exec "$exe" build -q --no-history --as-of 2026-06-30 \
	    -o "$work/out") >"$work/log" 2>&1 & pid=$!
	sleep 0.$ms; kill -KILL $pid 2>/dev/null; wait $pid 2>/dev/null
	run; judge "killed after 0.$ms s" $?
done

# A pack that is cut while it is mapped: no signal, and no word of a verdict.
cp -R . "$work/cut"
(cd "$work/cut" && git init -q . && git add -A &&
    git -c user.name=A -c user.email=a@b commit -qm one && git gc -q)
chmod u+w "$work"/cut/.git/objects/pack/*
for ext in pack idx; do
	cp -R "$work/cut" "$work/cut.$ext"
	(cd "$work/cut.$ext" && FAULT_CUT=.$ext LD_PRELOAD="$work/faults.so" \
	    "$exe" check --as-of 2026-06-30) >"$work/log" 2>"$work/err"
	status=$?
	[ $status -eq 3 ] && [ ! -s "$work/log" ] &&
	    [ "$(wc -l <"$work/err")" -eq 1 ] && ok ||
	    { bad "cut $ext: status $status"; cat "$work/log" "$work/err"; }
done

# A machine without fonts: that is said, with what brings them.
if unshare -m mount -t tmpfs none /usr/share/fonts 2>/dev/null; then
	unshare -m sh -c 'mount -t tmpfs none /usr/share/fonts
	    exec "$@"' sh "$exe" build -q --no-history --lang en \
	    --as-of 2026-06-30 -o "$work/fontless" >"$work/log" 2>&1
	status=$?
	[ $status -eq 3 ] && grep -q 'OUT-03' "$work/log" &&
	    grep -q 'fonts-noto-core' "$work/log" &&
	    [ ! -e "$work/fontless/site" ] && ok ||
	    { bad "no fonts: status $status"; cat "$work/log"; }
fi

# Memory and descriptors: it works or says so.
for kb in 60000 90000 120000 200000; do
	(ulimit -v $kb; "$exe" check -q --no-history --as-of 2026-06-30) \
	    >"$work/log" 2>&1
	status=$?
	case $status in 0|3|127) ok ;; *) bad "$kb kB: status $status" ;; esac
done
(ulimit -n 16; "$exe" check -q --no-history --as-of 2026-06-30) \
    >"$work/log" 2>&1 && ok || { bad "16 descriptors"; cat "$work/log"; }
"$exe" check --no-history --as-of 2026-06-30 >/dev/full 2>/dev/null
[ $? -eq 3 ] && ok || bad "/dev/full"
"$exe" list control 2>/dev/null | head -1 >/dev/null && ok || bad "head"
(umask 0777; run); judge "umask 0777" $?
[ -z "$(find "$work/out" -type f ! -perm 644)" ] && ok || bad "modes"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
