#!/bin/sh
# fuzz.sh [SECONDS [NAME...]]: every tests/fuzz/fuzz_*.c (or those named, as
# "pack") for so long, seeded with the golden inputs and the example.  Needs clang.  What crashes stays in
# build/fuzz/.
set -eu
seconds=${1:-60}
[ $# = 0 ] || shift
targets=${*:-$(for t in tests/fuzz/fuzz_*.c; do
	basename "$t" .c | sed 's/fuzz_//'
done)}
out=build/fuzz
mkdir -p $out/obj
flags="-std=c11 -D_GNU_SOURCE -DPCRE2_CODE_UNIT_WIDTH=8 -DISMSC_VERSION=\"0\"
    -I. -Ilib -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all"
pkg=$(sed -n 's/^PKG_CFLAGS = //p' build/config.mk)
libs=$(sed -n 's/^PKG_LIBS = //p' build/config.mk)
objects=
for f in lib/base/*.c lib/diag/*.c lib/load/*.c lib/tree/*.c \
    lib/model/*.c lib/history/*.c lib/out/shell.c build/embed.c; do
	o=$out/obj/$(echo "$f" | tr / _).o
	objects="$objects $o"
	# A header that changed changes what the objects share.
	[ "$o" -nt "$f" ] && [ -z "$(find lib -name '*.h' -newer "$o")" ] ||
	    clang $flags $pkg -fsanitize=fuzzer-no-link -c -o "$o" "$f"
done

# What a target begins with.
seeds() {
	case $1 in
	pack)
		;;
	message)
		find tests/golden tests/unit -name '*.sh' | head -200
		;;
	image)
		find . -name build -prune -o \( -name '*.png' -o \
		    -name '*.jpg' \) -size -64k -print
		;;
	shell)
		find templates tests/golden -name '*.html' -o -name '*.css' -o \
		    -name '*.svg'
		;;
	*)
		find tests/golden example-isms lib/standard -name '*.md' -o \
		    -name '*.yaml' | head -400
		;;
	esac
}

for name in $targets; do
	t=tests/fuzz/fuzz_$name.c
	name=fuzz_$name
	clang $flags -fsanitize=fuzzer -o $out/$name "$t" $objects $libs -lm
	mkdir -p $out/$name.corpus $out/$name.seeds
	seeds "${name#fuzz_}" | while read -r f; do
		cp "$f" "$out/$name.seeds/$(echo "$f" | tr / _)"
	done
	# The bytes that the golden cases print into files are seeds as well.
	for m in tests/golden/*/make.sh; do
		case $name in fuzz_load|fuzz_mark|fuzz_yaml) ;; *) break ;; esac
		d=$(mktemp -d)
		(cd "$d" && mkdir documents && sh "$OLDPWD/$m" || :) \
		    >/dev/null 2>&1
		[ ! -f "$d/x.md" ] || [ "$(wc -c <"$d/x.md")" -gt 5000 ] ||
		    cp "$d/x.md" "$out/$name.seeds/$(basename \
		    "$(dirname "$m")")"
		chmod -R u+rwx "$d"; rm -rf "$d"
	done
	ASAN_OPTIONS=detect_leaks=0 $out/$name -max_total_time="$seconds" \
	    -max_len=8192 -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 \
	    -artifact_prefix=$out/ $out/$name.corpus $out/$name.seeds
done
