#!/bin/sh
# Write the data files given as one C table of path, bytes, length, sorted by
# path; the leading lib/standard/ is dropped from the names.
LC_ALL=C
export LC_ALL
# By the names in the table, which are looked up by halves.
# shellcheck disable=SC2046
set -- $(for f; do echo "${f#lib/standard/} $f"; done | sort | cut -d' ' -f2)
echo '#include <stddef.h>'
n=0
for f in "$@"; do
	n=$((n + 1))
	echo "static const unsigned char d$n[] = {"
	od -An -v -tu1 "$f" | sed 's/  */,/g; s/^,//; s/$/,/'
	echo '0};'
done
echo 'struct embed { const char *path; const unsigned char *bytes; size_t len; };'
echo 'extern const struct embed embed_files[]; extern const size_t embed_len;'
echo 'const struct embed embed_files[] = {'
n=0
for f in "$@"; do
	n=$((n + 1))
	echo "{ \"${f#lib/standard/}\", d$n, sizeof(d$n) - 1 },"
done
echo '};'
echo "const size_t embed_len = $n;"
