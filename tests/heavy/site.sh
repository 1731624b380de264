#!/bin/sh
# The site before foreign judges: html-validate, every link of every page,
# and headless Chromium at phone and desktop width.
set -u
: "${BUILD:=build}"
passed=0 failed=0
dir=$BUILD/heavy
mkdir -p "$dir"

ok() { passed=$((passed + 1)); }
bad() { echo "FAIL $*"; failed=$((failed + 1)); }

# Node looks for modules by an absolute path; a half-made folder, left by a run
# that was interrupted, is made anew instead of ending in an error of Node's.
dir=$(cd "$dir" && pwd)
cp tests/heavy/package.json tests/heavy/htmlvalidate.json "$dir/"
for module in playwright-core axe-core/axe.min.js html-validate \
    vnu-jar/build/dist/vnu.jar; do
	[ -e "$dir/node_modules/$module" ] && continue
	rm -rf "$dir/node_modules"
	(cd "$dir" && npm install --silent --no-audit --no-fund) \
	    >"$dir/log" 2>&1 && break
	echo "FAIL npm cannot install the judges:"; head -5 "$dir/log"
	echo "0 passed, 1 failed"
	exit 1
done
[ -d "$BUILD/demo/repo" ] || sh example-isms/demo.sh "$BUILD/ismsc" \
    "$BUILD/demo" >/dev/null
"$BUILD/ismsc" build -q -C "$BUILD/demo/repo" --as-of 2026-10-15 \
    --lang en,ja --single -o "$dir" || bad "build"

# All of one language; both at once, each with a report of its own.
judge() {
	lang=$1 out=$dir/$1 log=$dir/$1.log
	(cd "$dir" && npx --no-install html-validate -f text \
	    --config htmlvalidate.json "$lang/site/*.html" \
	    "$lang/manual.html") >"$log" 2>&1 &&
	    ok || { bad "html-validate $lang"; head -20 "$log"; }
	# The validator of the W3C, where Java is; for it no file is 'self'.
	if command -v java >/dev/null; then
		java -jar "$dir/node_modules/vnu-jar/build/dist/vnu.jar" \
		    --errors-only "$out"/site/*.html "$out/manual.html" \
		    >"$log" 2>&1 && ok ||
		    { bad "vnu $lang"; head -20 "$log"; }
	fi
	node tests/heavy/links.js "$out/site" && ok || bad "links $lang"
	# Colours are the same in every language.
	case $lang in en) themes=light,dark ;; *) themes=light ;; esac
	THEMES=$themes NODE_PATH=$dir/node_modules \
	    node tests/heavy/axe.js "$out/site" && ok || bad "axe $lang"
	NODE_PATH=$dir/node_modules node tests/heavy/wide.js "$out/site" &&
	    ok || bad "wide $lang"
	case $lang in
	en) set -- ransomware 'supplier agreement' AI backup CA-0007 zzqq ;;
	ja) set -- 漏えい 鍵 ｻｰﾊﾞ 内部監査 'リスク 受容' Ransomware の ;;
	esac
	NODE_PATH=$dir/node_modules node tests/heavy/search.js \
	    "$out/site" "$@" && ok || bad "search $lang"
	for width in 390 1280; do
		profile=$(mktemp -d)
		chromium --headless --no-sandbox --disable-gpu --no-first-run \
		    --disable-background-networking --disable-sync \
		    --disable-component-update --user-data-dir="$profile" \
		    --hide-scrollbars --window-size=$width,1600 \
		    --enable-logging=stderr --v=0 \
		    --screenshot="$out/home-$width.png" \
		    "file://$(cd "$out" && pwd)/site/index.html" \
		    >"$log" 2>&1
		rm -rf "$profile"
		if [ -s "$out/home-$width.png" ] &&
		    ! grep -q 'CONSOLE' "$log"; then
			ok
		else
			bad "chromium $lang $width"; grep CONSOLE "$log"
		fi
	done
	echo "$passed $failed" >"$dir/$lang.sum"
}

rm -f "$dir"/??.sum
for lang in en ja; do
	(passed=0 failed=0; judge "$lang") >"$dir/$lang.report" 2>&1 &
done
wait
for lang in en ja; do
	cat "$dir/$lang.report"
	if read -r p f <"$dir/$lang.sum"; then
		passed=$((passed + p)) failed=$((failed + f))
	else
		bad "$lang ended early"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
