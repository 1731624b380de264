#!/bin/sh
# The PDF before foreign judges: qpdf, poppler and mutool.
set -u
: "${BUILD:=build}"
passed=0 failed=0
ok() { passed=$((passed + 1)); }
bad() { echo "FAIL $*"; failed=$((failed + 1)); }
try() { what=$1; shift; "$@" >"$log" 2>&1 && ok || { bad "$what"; head -5 "$log"; }; }

log=$(mktemp) || exit 3
trap 'rm -f "$log"' EXIT
[ -f "$BUILD/demo/manual.pdf" ] ||
    sh example-isms/demo.sh "$BUILD/ismsc" "$BUILD/demo" >/dev/null
pdf=$BUILD/demo/manual.pdf

try "qpdf --check" qpdf --check "$pdf"
try "mutool draws every page" mutool draw -q -r 20 -o /dev/null -F pgm "$pdf"
pdfinfo "$pdf" >"$log" 2>&1
grep -q 'Tagged: *yes' "$log" && ok || bad "tagged"
grep -q 'JavaScript: *no' "$log" && ok || bad "no script"
grep -q 'Encrypted: *no' "$log" && ok || bad "not encrypted"
# Every font embedded and with its way back to Unicode.
pdffonts "$pdf" 2>/dev/null | tail -n +3 | awk '
	{ if ($(NF - 4) != "yes" || $(NF - 2) != "yes") { print; bad = 1 } }
	END { exit bad }' && ok || bad "fonts"
mutool show "$pdf" outline 2>/dev/null | grep -q . && ok || bad "outline"
# No action but links and destinations.
if qpdf --qdf --object-streams=disable "$pdf" - 2>/dev/null |
    grep -aE '/(JavaScript|Launch|GoToR|SubmitForm|OpenAction|EmbeddedFile)\b' |
    grep -q .; then
	bad "an action that is no link"
else
	ok
fi
# What PDF/UA and PDF/A ask, of the manual, a policy and a form.
for f in "$pdf" "$BUILD"/demo/documents/DOC-0005.pdf \
    "$BUILD"/demo/forms/CA-0007.pdf; do
	try "rules $f" python3 tests/heavy/pdf_rules.py "$f"
done

# The page numbers that it prints.
try "page numbers" python3 tests/heavy/pdf_pages.py "$pdf"

# Nothing is lost: a table of 20 columns and 2,000 rows, one of 60 columns, a
# cell longer than a page, a line of code of 10,000 characters.
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work" "$log"' EXIT
cp -R lib/standard/iso27001/minimal "$work/isms"
python3 - "$work/isms/documents/DOC-0001.md" "$work/want" <<'END'
import sys
words, out = [], ["", ""]


def table(name, rows, cols):
    line = lambda ws: "|" + "|".join(" %s " % w for w in ws) + "|"
    out.append("")
    out.append(line("%sh%d" % (name, c) for c in range(cols)))
    out.append("|" + "---|" * cols)
    for r in range(rows):
        ws = ["%s%dc%d" % (name, r, c) for c in range(cols)]
        words.extend(ws)
        out.append(line(ws))
    out.append("")


table("a", 2000, 20)
table("b", 30, 60)
for name, n in (("tall", 1200), ("code", 1500)):
    ws = ["%s%d" % (name, i) for i in range(n)]
    words.extend(ws)
    if name == "tall":
        out += ["| x | y |", "|---|---|", "| " + " ".join(ws) + " | z |", ""]
    else:
        out += ["```", " ".join(ws), "```", ""]
open(sys.argv[1], "a").write("\n".join(out))
open(sys.argv[2], "w").write("\n".join(sorted(words)) + "\n")
END
try "stress builds" "$BUILD/ismsc" build -q --no-history -C "$work/isms" \
    --as-of 2026-06-30 -o "$work/out"
pdftotext "$work/out/documents/DOC-0001.pdf" - 2>/dev/null |
    tr -s ' \f' '\n' | grep -E '^([ab][0-9]+c|tall|code)[0-9]+$' |
    LC_ALL=C sort -u >"$work/got"
LC_ALL=C sort "$work/want" | cmp -s - "$work/got" && ok ||
    bad "words: $(wc -l <"$work/got") of $(wc -l <"$work/want")"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
