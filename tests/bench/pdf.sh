#!/bin/bash
# A long manual as a PDF, beside the programs that people make one with: wall
# and CPU seconds, peak memory, pages, bytes, and how many times as long as
# ours each took, on the same text in the same run.  The HTML that three of
# them start from is made before and not counted.  What is not installed is
# said to be so.  Chromium's children are not in its CPU and memory.
#
# PAGES, LANGS, TOOLS and RUNS (of which the median counts) narrow it: at a
# thousand pages a peer takes minutes.  Fails nobody: a clock is no test.
set -eu
: "${BUILD:=build}" "${CC:=cc}" "${PAGES:=50 200 1000}" "${LANGS:=en ja}"
: "${RUNS:=1}" "${TOOLS=wkhtmltopdf chromium xelatex weasyprint}"
: "${LIMIT:=900}"
case $BUILD in /*) ;; *) BUILD=$PWD/$BUILD ;; esac
out=$BUILD/bench/pdf
mkdir -p "$out"
libs=$(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk")
# shellcheck disable=SC2086
$CC -std=c11 -D_GNU_SOURCE -Ilib -O2 -o "$out/press" tests/bench/press.c \
    "$BUILD/libismsc.a" -Wl,--as-needed $libs -lm -lpthread

# Wall, CPU and MiB of a command, the median run by its wall; FAILED else.
measure() {
	python3 - "$RUNS" "$LIMIT" "$@" <<-'END'
		import os, resource, subprocess, sys, time
		runs = []
		for _ in range(int(sys.argv[1])):
		    t = time.monotonic()
		    p = subprocess.Popen(sys.argv[3:], stdout=subprocess.DEVNULL,
		        stderr=subprocess.DEVNULL, start_new_session=True)
		    while True:
		        pid, status, r = os.wait4(p.pid, os.WNOHANG)
		        if pid != 0:
		            break
		        if time.monotonic() - t > int(sys.argv[2]):
		            os.killpg(p.pid, 9)
		            status = 1
		            os.wait4(p.pid, 0)
		            break
		        time.sleep(0.002)
		    if status != 0:
		        print('FAILED FAILED FAILED')
		        sys.exit()
		    runs.append((time.monotonic() - t, r.ru_utime + r.ru_stime,
		        r.ru_maxrss // 1024))
		print('%.3f %.3f %d' % sorted(runs)[len(runs) // 2])
	END
}

# An ISMS whose documents are the chapters of book.md, 40 a document: to see
# what the whole program takes where the press is but a part.
isms() {
	rm -rf "$out/isms"
	cp -r lib/standard/iso27001/minimal "$out/isms"
	awk -v dir="$out/isms/documents" -v lang="$lang" '
	/^# Chapter|^# 第/ && n++ % 40 == 0 {
		id = sprintf("DOC-%04d", 1001 + n / 40)
		f = dir "/" id ".md"
		printf "---\nid: %s\nkind: document\ntitle: Part %d\n", id,
		    n / 40 + 1 >f
		printf "status: in_force\nowner: PER-0002\nlang: %s\n",
		    lang >f
		printf "created: 2025-10-01\nreview_due: 2026-10-20\n" >f
		printf "doc_type: procedure\nlevel: topic\nversion: \"1.0\"\n" >f
		printf "classification: internal\nprepared_by: PER-0003\n" >f
		printf "approved_by: PER-0002\napproved_on: 2025-10-20\n" >f
		printf "effective_on: 2025-11-01\nreview_every: P1Y\n" >f
		printf "retention: P10Y\nchanges:\n  - {version: \"1.0\", " >f
		printf "date: 2025-10-20, by: PER-0003, summary: New}\n" >f
		printf "---\n\n" >f
	}
	# A link to a chapter of another part has no target here.
	f != "" { gsub(/\]\(#[^)]*\)/, "]"); print >f }' "$out/book.md"
}

# row NAME FILE COMMAND...
row() {
	local name=$1 pdf=$2 wall cpu mib pages bytes; shift 2
	rm -f "$pdf"
	read -r wall cpu mib < <(measure "$@")
	if [ "$wall" = FAILED ] || [ ! -s "$pdf" ]; then
		printf '%-12s failed, or took more than %s s\n' "$name" "$LIMIT"
		return
	fi
	pages=$(pdfinfo "$pdf" | awk '/^Pages:/ { print $2 }')
	bytes=$(wc -c <"$pdf")
	[ "$name" != ismsc ] || own=$wall ownbytes=$bytes
	awk -v n="$name" -v w="$wall" -v c="$cpu" -v m="$mib" -v p="$pages" \
	    -v b="$bytes" -v o="$own" -v ob="$ownbytes" 'BEGIN {
		printf "%-12s %8.2f %8.2f %6d %6d %8.0f %7.2f %8.1f %8.1f\n",
		    n, w, c, m, p, b / 1000, ob / b, p / w, w / o }'
}

# The command of a peer for a language, from book.html or book.md.
peer() {
	local name=$1 lang=$2 pdf=$out/$1.pdf
	local fonts=(-V 'mainfont=Noto Serif')
	# xeCJK, which CJKmainfont= asks for, fails on Debian 12's LaTeX.
	[ "$lang" = en ] || fonts=(-V 'mainfont=Noto Serif CJK JP'
	    -V 'header-includes=\XeTeXlinebreaklocale "ja"')
	case $name in
	wkhtmltopdf) row "$name" "$pdf" env QT_QPA_PLATFORM=offscreen \
	    wkhtmltopdf -q --enable-local-file-access --page-size A4 \
	    --zoom 1.25 "$out/book.html" "$pdf" ;;
	chromium) row "$name" "$pdf" chromium --headless --no-sandbox \
	    --disable-gpu --no-pdf-header-footer --print-to-pdf="$pdf" \
	    "file://$out/book.html" ;;
	xelatex) row "$name" "$pdf" pandoc -f gfm --toc --pdf-engine=xelatex \
	    -V papersize=a4 -V fontsize=10pt "${fonts[@]}" -o "$pdf" \
	    "$out/book.md" ;;
	weasyprint) row "$name" "$pdf" weasyprint -q "$out/book.html" \
	    "$pdf" ;;
	esac
}

cat >"$out/book.css" <<-'END'
	@page { size: A4; margin: 2.5cm }
	body { font: 10pt/1.35 "Noto Serif", "Noto Serif CJK JP", serif;
	    max-width: none; margin: 0; padding: 0; hyphens: none }
	h1 { break-before: page; page-break-before: always }
	table { border-collapse: collapse; width: 100%; font-size: 8pt }
	td, th { border: 0.5pt solid #888; padding: 2pt 4pt }
END
for lang in $LANGS; do
	for pages in $PAGES; do
		python3 tests/bench/book.py $((pages * 62 / 100)) "$lang" \
		    >"$out/book.md"
		[ -z "$(command -v pandoc)" ] || pandoc -f gfm -t html5 --toc \
		    -s --quiet --metadata title=Manual \
		    --metadata lang="$lang" -c book.css -o "$out/book.html" \
		    "$out/book.md"
		printf '%-12s %8s %8s %6s %6s %8s %7s %8s %8s\n' \
		    "$lang, $pages p." 'wall s' 'CPU s' MiB pages kB 'ours x' \
		    pages/s 'x ours'
		own=0 ownbytes=0
		row ismsc "$out/ismsc.pdf" "$out/press" "$out/book.md" \
		    "$out/ismsc.pdf" "$lang"
		isms
		for only in pdf site,pdf; do
			rm -rf "$out/built"
			row "build $only" "$out/built/manual.pdf" \
			    "$BUILD/ismsc" build -q --no-history --lang "$lang" \
			    --as-of 2026-06-30 $([ $only = pdf ] && echo --only pdf) -C "$out/isms" \
			    -o "$out/built"
		done
		for tool in $TOOLS; do
			if ! command -v "$tool" >/dev/null ||
			    ! command -v pandoc >/dev/null; then
				printf '%-12s not installed\n' "$tool"
				continue
			fi
			peer "$tool" "$lang"
		done
	done
done
rm -f "$out"/*.html "$out"/*.md
