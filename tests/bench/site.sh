#!/bin/bash
# CPU seconds and memory of a site of 2,000 records, beside Hugo and MkDocs on
# the same documents where they are installed; the median of three, of MkDocs
# one.  Hugo's theme is a small one: a page with its front matter as a table,
# the list of a section, the home page, a head that all share.  "The pages" are
# that and more from the same files: shell, search index, links by id, back
# references, a register with its sheets.  A build reads typed records besides,
# judges them, and tells what is due, who owes it, what it traces to.
# TOOLS, RUNS and RECORDS narrow it.  Fails nobody: a clock is no test.
set -eu
: "${BUILD:=build}" "${CC:=cc}" "${RUNS:=3}" "${TOOLS:=hugo mkdocs}"
n=${RECORDS:-2000}
dir=$BUILD/bench/site
exe=$(pwd)/$BUILD/ismsc
rm -rf "$dir"
mkdir -p "$dir/hugo/content/risks" "$dir/hugo/layouts/_default" \
    "$dir/hugo/layouts/partials" "$dir/mkdocs/docs"
# The risks stand in an ISMS of which there is nothing to say.
cp -r lib/standard/iso27001/minimal "$dir/isms"
mkdir "$dir/isms/risks"

# The same words in the same order on every machine.
awk -v n="$n" -v dir="$dir" '
function word(  i, s) {
	s = ""
	for (i = 1 + int(rand() * 4); i > 0; i--)
		s = s substr("bdfgklmnprstv", 1 + int(rand() * 13), 1) \
		    substr("aeiou", 1 + int(rand() * 5), 1)
	return s
}
function prose(  i, j, s) {
	s = ""
	for (i = 0; i < 5; i++) {
		for (j = 0; j < 80; j++) s = s words[1 + int(rand() ^ 3 * 3000)] " "
		s = s "\n\n"
	}
	return s
}
BEGIN {
	srand(7)
	for (i = 1; i <= 3000; i++) words[i] = word()
	for (i = 1; i <= n; i++) {
		id = sprintf("RSK-%04d", 1000 + i)
		body = prose() "See [[RSK-" sprintf("%04d", 1001 + int(rand() * n)) "]].\n"
		head = sprintf("---\nid: %s\nkind: risk\ntitle: %s %s\nstatus: assessed\n", id, words[i % 3000 + 1], words[i % 7 + 1]) \
		    "owner: PER-0001\ncreated: 2026-01-05\nmethod: event\nevent: a laptop is lost\nconsequence: data is read\n" \
		    "cia: [C, I]\ncriteria: \"1.0\"\nassessed_on: 2026-03-01\nlikelihood: 1\nimpact: 1\nlevel: low\n---\n\n"
		f = dir "/isms/risks/" id ".md"
		printf "%s%s", head, body >f
		close(f)
		f = dir "/hugo/content/risks/" id ".md"
		printf "%s%s", head, body >f
		close(f)
		f = dir "/mkdocs/docs/" id ".md"
		printf "# %s %s\n\n%s", words[i % 3000 + 1], words[i % 7 + 1], body >f
		close(f)
	}
}'
printf 'baseURL = "/"\ntitle = "b"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n' \
    >"$dir/hugo/config.toml"
echo '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>' \
    >"$dir/hugo/layouts/partials/head.html"
echo '{{ partial "head.html" . }}<body><h1>{{ .Title }}</h1><table>{{ range $k, $v := .Params }}<tr><th>{{ $k }}</th><td>{{ $v }}</td></tr>{{ end }}</table>{{ .Content }}</body></html>' \
    >"$dir/hugo/layouts/_default/single.html"
echo '{{ partial "head.html" . }}<body><h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>' \
    >"$dir/hugo/layouts/_default/list.html"
echo '{{ partial "head.html" . }}<body><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>' \
    >"$dir/hugo/layouts/index.html"
printf 'site_name: b\ntheme: mkdocs\n' >"$dir/mkdocs/mkdocs.yml"

# Files are made in memory, lest the file system is what is measured.
out=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo "$dir")")
trap 'rm -rf "$out"' EXIT

# cpu RUNS COMMAND...: seconds of CPU and the most memory in MiB, the median
# run, each into an empty folder.
cpu() {
	python3 - "$out" "$@" <<-'END'
		import os, shutil, subprocess, sys
		out, n, cmd = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
		runs = []
		for _ in range(n):
		    shutil.rmtree(out)
		    os.mkdir(out)
		    p = subprocess.Popen(cmd, stdout=subprocess.DEVNULL,
		        stderr=subprocess.DEVNULL)
		    _, status, r = os.wait4(p.pid, 0)
		    p.returncode = status
		    runs.append((r.ru_utime + r.ru_stime, r.ru_maxrss // 1024))
		print('%.3f %d' % sorted(runs)[n // 2])
	END
}
printf '%-34s %8s %6s %8s\n' "$n records" 'CPU s' MiB 'x Hugo'
floor=0
line() {
	local name=$1 t mib; shift
	read -r t mib < <(cpu "$@")
	[ "$name" != hugo ] || floor=$t
	awk -v n="$name" -v t="$t" -v m="$mib" -v f="$floor" 'BEGIN {
		printf("%-34s %8.3f %6d %8s\n", n, t, m, (f > 0 ? sprintf("%.2f", t / f) : "-")) }'
}
for tool in $TOOLS; do
	if ! command -v "$tool" >/dev/null; then
		echo "$tool is not installed"
	elif [ "$tool" = hugo ]; then
		line hugo "$RUNS" hugo --quiet -s "$dir/hugo" -d "$out"
	else
		line "$tool" 1 "$tool" build -q -f "$dir/mkdocs/mkdocs.yml" \
		    -d "$out"
	fi
done
libs=$(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk")
# shellcheck disable=SC2086
$CC -std=c11 -D_GNU_SOURCE -Ilib -O2 -o "$dir/pages" tests/bench/pages.c \
    "$BUILD/libismsc.a" -Wl,--as-needed $libs -lm -lpthread
line 'ismsc, the pages' "$RUNS" "$dir/pages" "$dir/hugo/content/risks" "$out"
run=("$exe" build -q --no-history --as-of 2026-06-30 -C "$dir/isms" -o "$out")
line 'ismsc build --only site' "$RUNS" "${run[@]}" --only site
line 'ismsc build, all of it' "$RUNS" "${run[@]}"
line 'ismsc check (reading, rules)' "$RUNS" "$exe" check -q --no-cache --no-history \
    --as-of 2026-06-30 -C "$dir/isms"
