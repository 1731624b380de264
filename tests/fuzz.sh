#!/bin/sh
# fuzz.sh [SECONDS]: every tests/fuzz/fuzz_*.c for so long, seeded with the
# golden inputs and the example.  Needs clang.  What crashes stays in
# build/fuzz/.
set -eu
seconds=${1:-60}
out=build/fuzz
mkdir -p $out/obj
flags="-std=c11 -D_GNU_SOURCE -DPCRE2_CODE_UNIT_WIDTH=8 -DISMSC_VERSION=\"0\"
    -I. -Ilib -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all"
pkg=$(sed -n 's/^PKG_CFLAGS = //p' build/config.mk)
libs=$(sed -n 's/^PKG_LIBS = //p' build/config.mk)
objects=
for f in lib/base/*.c lib/diag/*.c lib/load/*.c lib/tree/*.c \
    lib/model/*.c build/embed.c; do
	o=$out/obj/$(echo "$f" | tr / _).o
	objects="$objects $o"
	# A header that changed changes what the objects share.
	[ "$o" -nt "$f" ] && [ -z "$(find lib -name '*.h' -newer "$o")" ] ||
	    clang $flags $pkg -fsanitize=fuzzer-no-link -c -o "$o" "$f"
done
for t in tests/fuzz/fuzz_*.c; do
	name=$(basename "$t" .c)
	clang $flags -fsanitize=fuzzer -o $out/$name "$t" $objects $libs -lm
	mkdir -p $out/$name.corpus $out/$name.seeds
	find tests/golden example-isms lib/standard -name '*.md' -o \
	    -name '*.yaml' | head -400 | while read -r f; do
		cp "$f" "$out/$name.seeds/$(echo "$f" | tr / _)"
	done
	# The bytes that the golden cases print into files are seeds as well.
	for m in tests/golden/*/make.sh; do
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
