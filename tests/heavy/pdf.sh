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
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
