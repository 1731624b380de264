#!/bin/sh
# The example company, as its users would try it: verdict, past revisions,
# what goes wrong when a record is missing, outputs and their bytes.
set -u
: "${BUILD:=build}"
ismsc=$PWD/$BUILD/ismsc asof=2026-10-15
dir=$(mktemp -d) || exit 3
trap 'rm -rf "$dir"' EXIT
repo=$dir/repo
passed=0 failed=0
export NO_COLOR=1

ok() { passed=$((passed + 1)); }
bad() { echo "FAIL $*"; failed=$((failed + 1)); }
# expect STATUS NAME COMMAND...: output goes to $dir/out.
expect() {
	want=$1 name=$2; shift 2
	"$@" >"$dir/out" 2>"$dir/err"
	got=$?
	[ $got -eq "$want" ] && ok ||
	    { bad "$name: status $got, not $want"; head -5 "$dir/err"; }
}
has() { grep -q -- "$1" "$dir/out" && ok || bad "$name: no '$1'"; }
hasnt() { grep -q -- "$1" "$dir/out" && bad "$name: has '$1'" || ok; }

sh example-isms/history.sh "$repo" >"$dir/log" 2>&1 && ok ||
    { bad history.sh; tail -5 "$dir/log"; }
git -C "$repo" log --oneline | awk 'END { exit NR < 100 }' && ok ||
    bad "too few commits on the line"

expect 1 check "$ismsc" check -C "$repo" --as-of $asof
has '^improvement/.*:[0-9]*:[0-9]*: error: CA-[0-9]* .*2026-.*\[CA-02\]$'
has '10.2'
expect 1 "check json" "$ismsc" check -C "$repo" --as-of $asof --format json
has '"code": "CA-02"'
python3 -c 'import json,sys; json.load(open(sys.argv[1]))' "$dir/out" \
    2>/dev/null && ok || bad "json"
# Every finding of the text stands in the JSON.
"$ismsc" check -C "$repo" --as-of $asof | grep -cE '(error|warning|note): .*\[[A-Z]+-[0-9]+\]$' >"$dir/n1"
grep -c '"code":' "$dir/out" >"$dir/n2"
cmp -s "$dir/n1" "$dir/n2" && ok || bad "text and json differ"
expect 1 "github" "$ismsc" check -C "$repo" --as-of $asof --format github
has '^::error file='

# With every rule on, the story intends these and no more.
git clone -q "$repo" "$dir/certified"
sed -i 's/^profile: .*/profile: certified/' "$dir/certified/isms.yaml"
"$ismsc" check -q -C "$dir/certified" --as-of $asof --color never |
    sed -n 's/^[^ ].*: \([a-z]*\): \([A-Z]*-[0-9]*\)\{0,1\}.* \[\(.*\)\]$/\3 \1 \2/p' |
    LC_ALL=C sort >"$dir/out"
cat >"$dir/want" <<'END'
CA-02 error CA-0007
CAL-04 note 
DOC-04 error DOC-0021
DOC-05 error 
HIS-01 warning 
HIS-02 warning 
HIS-04 warning 
HIS-05 warning 
OBJ-03 error OBJ-0007
RTP-03 warning RTP-0012
SUP-02 error SUP-0007
END
cmp -s "$dir/want" "$dir/out" && ok || {
	bad "certified"; diff "$dir/want" "$dir/out"
}

# Each story that the history tells, with its days and the commit it hangs on.
"$ismsc" check -q -C "$repo" --as-of $asof >"$dir/out" 2>&1
name=slip; has 'CA-0007 was moved 2 times by 61 days in all: 2026-07-31 → 2026-08-31 → 2026-09-30'
has 'CA-0007 was moved from 2026-08-31 to 2026-09-30 on 2026-09-03, 3 days after'
name="stale approval"; has 'DOC-0011 .* changed on 2026-08-20 by Ryo Kitagawa (commit [0-9a-f]*), after its approval on 2026-06-22'
c=$(git -C "$repo" log -1 --format=%h --abbrev=7 -S"closed_on: 2026-09-08" \
    -- improvement)
name="late closure"
has "up to AUD-0003 .*: CA-0006 (2026-09-08, Kenji Arisawa, $c)"
c=$(git -C "$repo" log -1 --format=%h --abbrev=7 --grep='DOC-0014 reviewed')
name="date-only review"; has "review of DOC-0014, .* (commit $c), changed nothing but dates"
name=rename; hasnt 'RSK-0007'
"$ismsc" show -C "$repo" --as-of $asof RSK-0007 >"$dir/out" 2>&1
has '^  2024-12-'; has 'moved to '

# Before it fell due it is not reported; a past commit tells its own truth.
"$ismsc" check -C "$repo" --as-of 2026-09-01 >"$dir/out" 2>&1
name="before due"; hasnt 'CA-02\]'
old=$(git -C "$repo" rev-list -1 --first-parent --before=2025-12-31 main)
"$ismsc" check -C "$repo" --rev "$old" >"$dir/out" 2>&1
name="rev"; has 'as of 2025-12'

expect 0 query "$ismsc" query -C "$repo" --as-of $asof \
    "select id, due from corrective_action where status <> 'closed'"
has '^CA-'
expect 0 join "$ismsc" query -C "$repo" --as-of $asof "select r.id, l.dst
    from risk r join link l on l.src = r.id where l.field = 'treatments'"
has 'RTP-'
expect 2 "query cannot write" "$ismsc" query -C "$repo" "delete from risk"
expect 0 show "$ismsc" show -C "$repo" --as-of $asof CA-0001
expect 0 due "$ismsc" due -C "$repo" --as-of $asof
expect 0 list "$ismsc" list -C "$repo" --as-of $asof risk
expect 0 explain "$ismsc" explain CA-02
expect 2 "no such code" "$ismsc" explain XX-99
# The reference is whole: every rule, no key of a word without its word.
for lang in en ja; do
	expect 0 "reference $lang" "$ismsc" explain --all --lang $lang
	for f in lib/standard/iso27001/rules/*.sql; do
		grep -q "^### $(basename "$f" .sql) " "$dir/out" ||
		    bad "reference $lang lacks $f"
	done
	grep -nE '(explain|say|setting)\.[a-z_]+' "$dir/out" | grep -v '`' |
	    head -3 >"$dir/log"
	[ -s "$dir/log" ] && bad "reference $lang: $(cat "$dir/log")" || ok
done
expect 2 "no ISMS" "$ismsc" check -C /

# A shallow clone is never guessed at.
git clone -q --depth 1 "file://$repo" "$dir/shallow" 2>/dev/null
expect 3 shallow "$ismsc" check -C "$dir/shallow" --as-of $asof
has 'fetch-depth: 0'

# What a reader of the standard expects when something is missing.
damage() {
	name=$1 code=$2; shift 2
	rm -rf "$dir/broken"; cp -r "$repo" "$dir/broken"
	(cd "$dir/broken" && "$@") || bad "$name: cannot be made"
	"$ismsc" check -C "$dir/broken" --as-of $asof --no-history \
	    >"$dir/out" 2>&1
	has "\[$code\]\$"
}
damage "control file removed" CTL-01 rm controls/A.8.13.md
damage "review removed" MRV-01 sh -c 'rm reviews/MRV-0002*'
damage "approval removed" DOC-02 \
    sh -c "sed -i '/^approved_by:/d' documents/DOC-0005-*"
damage "link target removed" GEN-04 sh -c 'rm risks/RSK-0001*'

for n in 1 2; do
	expect 0 "build $n" "$ismsc" build -C "$repo" --as-of $asof \
	    -o "$dir/b$n"
	expect 0 "pack $n" "$ismsc" pack -C "$repo" --as-of $asof --draft \
	    -o "$dir/p$n.zip"
done
diff -r "$dir/b1" "$dir/b2" >/dev/null && ok || bad "builds differ"
# Every table of the manual could be made; every page keeps the policy.
grep -rl 'could not be made' "$dir/b1/site" >"$dir/out"
[ -s "$dir/out" ] && bad "tables: $(head -3 "$dir/out")" || ok
grep -rLE "default-src 'none'; style-src 'self'; script-src 'self'" \
    --include='*.html' "$dir/b1/site" >"$dir/out"
[ -s "$dir/out" ] && bad "policy: $(head -3 "$dir/out")" || ok
grep -rlE '<script>|<style|[ "]style="| on[a-z]+="' --include='*.html' \
    "$dir/b1/site" >"$dir/out"
[ -s "$dir/out" ] && bad "inline: $(head -3 "$dir/out")" || ok
for page in index soa risk-assessment CA-0007 A.5.1 DOC-0004; do
	[ -s "$dir/b1/site/$page.html" ] && ok || bad "no page $page"
done
cmp -s "$dir/p1.zip" "$dir/p2.zip" && ok || bad "packs differ"
# Who opens a page within the archive gets that file alone.
unzip -p "$dir/p1.zip" manual.html >"$dir/alone.html" 2>/dev/null
grep -q '<style>' "$dir/alone.html" &&
    ! grep -q 'href="style.css"\|src="site.js"' "$dir/alone.html" && ok ||
    bad "no page of the pack stands alone"
expect 0 "ja build" "$ismsc" build -C "$repo" --as-of $asof --lang ja \
    -o "$dir/ja"
mkdir "$dir/x" && unzip -q "$dir/p1.zip" -d "$dir/x" &&
    (cd "$dir/x" && sha256sum --quiet -c SHA256SUMS) && ok || bad "sums"
expect 1 "final pack refused" "$ismsc" pack -C "$repo" --as-of $asof \
    -o "$dir/final.zip"
[ ! -e "$dir/final.zip" ] && ok || bad "a refused pack was written"

expect 0 qpdf qpdf --check "$dir/b1/manual.pdf"
pdftotext -q "$dir/b1/manual.pdf" "$dir/out"; name=pdftotext
has 'Minatogawa Grid Systems'
has '湊川グリッドシステムズ株式会社'
pdftotext -q "$dir/ja/manual.pdf" "$dir/out"; name="pdftotext ja"
has '適用宣言書'

# A clause that a record names leads to its row; what is not words of the
# record's author is in the language of the page.
for page in AUD-0003 FND-0016 DOC-0016; do
	grep -q 'href="conformity.html#10.2"' "$dir/ja/site/$page.html" &&
	    ok || bad "clause of $page leads nowhere"
done
grep -q 'id="10.2"' "$dir/ja/site/conformity.html" && ok ||
    bad "no row to lead to"
grep -q 'lang="en">\(<a[^>]*>\)\?\(20..-\|有沢\|橘\)' "$dir"/ja/site/*.html &&
    bad "a day or a name is said to be English" || ok
# The date that has passed is marked, not the one from which it was counted.
for page in SUP-0007 suppliers; do
	grep -q '<span class="badge[^>]*>2026-08-20' "$dir/b1/site/$page.html" &&
	    ! grep -q '<span class="badge[^>]*>2025-' \
	    "$dir/b1/site/$page.html" && ok || bad "dates of $page"
done
# In the life of a record, too, people are called by their names.
grep -q 'PER-0005, \|PER-0005</a>, ' "$dir/b1/site/TRN-0002.html" &&
    bad "attendees by their ids" || ok
# Either manual speaks its reader's language.
for page in "$dir"/b1/site/*-[0-9]*.html; do
	sed 's/<[^>]*>//g' "$page" |
	    LC_ALL=C grep -q 'した\|する\|ます\|ない' && echo "${page##*/}"
done >"$dir/out"
echo DOC-0002.html | cmp -s - "$dir/out" && ok ||
    { bad "Japanese in the English site"; cat "$dir/out"; }

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
