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

# The same of the manual in the other language.
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work" "$log"' EXIT
repo=$BUILD/demo/repo
"$BUILD/ismsc" build -q --only pdf --lang ja --as-of 2026-10-15 -C "$repo" \
    -o "$work/ja" >/dev/null 2>&1
"$BUILD/ismsc" build -q --only pdf --lang en --as-of 2026-10-15 -C "$repo" \
    -o "$work/en" >/dev/null 2>&1
try "qpdf --check, Japanese" qpdf --check "$work/ja/manual.pdf"
try "rules, Japanese" python3 tests/heavy/pdf_rules.py \
    "$work/ja/manual.pdf" "$work"/ja/forms/CA-0007.pdf \
    "$work"/ja/documents/DOC-0002.pdf
try "page numbers, Japanese" python3 tests/heavy/pdf_pages.py \
    "$work/ja/manual.pdf"
# What is copied from them, paragraphs and cells, is what was written.
try "words" python3 tests/heavy/pdf_text.py "$work/en/documents" \
    "$repo"/documents/DOC-0001*.md "$repo"/documents/DOC-0018*.md \
    "$repo"/documents/DOC-0023*.md
try "words, Japanese" python3 tests/heavy/pdf_text.py "$work/ja/documents" \
    "$repo"/documents/DOC-0002*.md "$repo"/documents/DOC-0019*.md \
    "$repo"/documents/DOC-0020*.md

# Nothing is lost: a table of 20 columns and 2,000 rows, one of 60 columns, a
# cell longer than a page, a line of code of 10,000 characters.
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

# Letters of many scripts, a head with links over two pages: each letter is
# there or is told by its number, here and in a finding.
cp -R lib/standard/iso27001/minimal "$work/letters"
{
	printf '\n## Letters\n\nEmoji \360\237\230\200\360\237\216\211, '
	printf '𠮷野家 𩸽 髙﨑, 葛󠄀城 辻󠄀, か\343\202\231 e\314\201 n\314\203, '
	printf 'مرحبا (RTL), שלום 123, ไทย, नमस्ते, မြန်မာ, 한국어, ☑ ✓ ≠ ≤ '
	printf 'ｶﾀｶﾅ ①㊤ ㍻ ㈱ № ➀ \356\200\200 \360\235\204\236.\n\n'
	printf '| [OBJ-0001](/OBJ-0001) | text |\n|---|---|\n'
	for i in 1 2 3 4 5 6 7 8 9 10; do
		printf '| %d | row |\n' $((i * 5 + 1)) $((i * 5 + 2)) \
		    $((i * 5 + 3)) $((i * 5 + 4)) $((i * 5 + 5))
	done
} >>"$work/letters/documents/DOC-0001.md"
"$BUILD/ismsc" build --only pdf --no-history -C "$work/letters" \
    --as-of 2026-06-30 -o "$work/out2" >"$work/said" 2>&1
for c in U+1F600 U+1F389 U+E000 U+1D11E; do
	grep -q "DOC-0001.md:[0-9]*:[0-9]*: .*$c" "$work/said" && ok ||
	    bad "no finding names $c"
	pdftotext "$work/out2/documents/DOC-0001.pdf" - 2>/dev/null |
	    grep -qF "[$c]" && ok || bad "no number for $c"
done
try "rules, letters" python3 tests/heavy/pdf_rules.py \
    "$work/out2/documents/DOC-0001.pdf"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
