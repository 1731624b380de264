#!/bin/sh
# The workbooks before a foreign judge: LibreOffice reads every one of the
# site, and what it sees is what the CSV beside it says; no formula in any.
set -u
: "${BUILD:=build}"
dir=$BUILD/heavy/xlsx
passed=0 failed=0
ok() { passed=$((passed + 1)); }
bad() { echo "FAIL $*"; failed=$((failed + 1)); }

rm -rf "$dir"
mkdir -p "$dir/home"
[ -d "$BUILD/demo/repo" ] || sh example-isms/demo.sh "$BUILD/ismsc" \
    "$BUILD/demo" >/dev/null
for lang in en ja; do
	"$BUILD/ismsc" build -q -C "$BUILD/demo/repo" --as-of 2026-10-15 \
	    --lang "$lang" -o "$dir/$lang" || bad "build $lang"
	timeout 120 soffice --headless --norestore \
	    "-env:UserInstallation=file://$(cd "$dir" && pwd)/home" \
	    --convert-to \
	    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' \
	    --outdir "$dir/$lang/seen" "$dir/$lang"/site/*.xlsx \
	    >"$dir/log" 2>&1 || { bad "soffice $lang"; tail -3 "$dir/log"; }
	python3 - "$dir/$lang" <<-'END' && ok || bad "compare $lang"
	import csv, glob, os, sys, zipfile
	top, bad, n = sys.argv[1], 0, 0
	def rows(path):
	    with open(path, encoding='utf-8-sig', newline='') as f:
	        return [[c.strip() for c in r] for r in csv.reader(f)]
	for path in sorted(glob.glob(top + '/site/*.xlsx')):
	    n += 1
	    name = os.path.basename(path)[:-5]
	    said = rows(f'{top}/site/{name}.csv')
	    said = [[c[1:] if c[:1] == "'" else c for c in r] for r in said]
	    try:
	        seen = rows(f'{top}/seen/{name}.csv')
	    except OSError:
	        seen = None
	    if seen != said:
	        bad += 1
	        print(name, 'differs', next(((a, b) for a, b in zip(seen or [],
	            said) if a != b), 'in length'))
	    with zipfile.ZipFile(path) as z:
	        if b'<f' in z.read('xl/worksheets/sheet1.xml'):
	            bad += 1
	            print(name, 'has a formula')
	print(n, 'workbooks,', bad, 'differ')
	sys.exit(bad > 0 or n == 0)
	END
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
