#!/bin/bash
# CPU seconds and memory of a site of 2,000 records, beside Hugo and MkDocs on
# the same documents where they are installed; the median of three.  Fails
# nobody: a clock is no test.
set -eu
: "${BUILD:=build}"
n=${RECORDS:-2000}
dir=$BUILD/bench/site
exe=$(pwd)/$BUILD/ismsc
rm -rf "$dir"
mkdir -p "$dir/isms/risks" "$dir/isms/people" "$dir/hugo/content" \
    "$dir/hugo/layouts/_default" "$dir/mkdocs/docs"

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
		id = sprintf("RSK-%04d", i)
		body = prose() "See [[RSK-" sprintf("%04d", 1 + int(rand() * n)) "]].\n"
		f = dir "/isms/risks/" id ".md"
		printf "---\nid: %s\nkind: risk\ntitle: %s %s\nstatus: assessed\n", id, words[i % 3000 + 1], words[i % 7 + 1] >f
		printf "owner: PER-0001\ncreated: 2024-01-01\nlikelihood: 3\nimpact: 4\n---\n\n%s", body >f
		close(f)
		f = dir "/hugo/content/" id ".md"
		printf "---\ntitle: %s %s\n---\n\n%s", words[i % 3000 + 1], words[i % 7 + 1], body >f
		close(f)
		f = dir "/mkdocs/docs/" id ".md"
		printf "# %s %s\n\n%s", words[i % 3000 + 1], words[i % 7 + 1], body >f
		close(f)
	}
}'
cat >"$dir/isms/isms.yaml" <<-'END'
	standard: iso27001
	name: Bench
	timezone: UTC
	year_start: "04-01"
	languages: [en]
	profile: starter
	manual: {number: B-1, version: "1", classification: internal, owner: PER-0001, title: Manual}
END
printf -- '---\nid: PER-0001\nkind: person\ntitle: Ann\nstatus: active\ncreated: 2024-01-01\n---\n' \
    >"$dir/isms/people/p.md"
printf 'baseURL = "/"\ntitle = "b"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n' \
    >"$dir/hugo/config.toml"
echo '<!DOCTYPE html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}' \
    >"$dir/hugo/layouts/_default/single.html"
echo '<!DOCTYPE html><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>' \
    >"$dir/hugo/layouts/_default/list.html"
cp "$dir/hugo/layouts/_default/list.html" "$dir/hugo/layouts/index.html"
printf 'site_name: b\ntheme: mkdocs\n' >"$dir/mkdocs/mkdocs.yml"

# cpu COMMAND...: seconds of CPU and the most memory in MiB, the median run.
cpu() {
	python3 - "$@" <<-'END'
		import os, subprocess, sys
		runs = []
		for _ in range(3):
		    p = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL,
		        stderr=subprocess.DEVNULL)
		    _, status, r = os.wait4(p.pid, 0)
		    p.returncode = status
		    runs.append((r.ru_utime + r.ru_stime, r.ru_maxrss // 1024))
		print('%.3f %d' % sorted(runs)[1])
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
if command -v hugo >/dev/null; then
	line hugo hugo --quiet -s "$dir/hugo" -d "$(pwd)/$dir/hugo/out"
else
	echo "hugo is not installed: no ratio"
fi
if command -v mkdocs >/dev/null; then
	line mkdocs mkdocs build -q -f "$dir/mkdocs/mkdocs.yml" -d "$(pwd)/$dir/mkdocs/out"
else
	echo "mkdocs is not installed"
fi
line 'ismsc check (what build needs)' "$exe" check -q --no-history --as-of 2026-06-30 -C "$dir/isms"
line 'ismsc build (site and PDF)' "$exe" build -q --no-history --as-of 2026-06-30 -C "$dir/isms" -o "$dir/out"
