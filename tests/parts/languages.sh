#!/bin/sh
# Another language is a file: one is made of every text there is, in accents,
# compiled in, and spoken; the files that are there lack nothing.
set -u
: "${BUILD:=build}" "${CC:=cc}"
passed=0 failed=0
dir=$BUILD/lang keys=$BUILD/lang/keys exe=$BUILD/lang/ismsc
flags="-std=c11 -D_GNU_SOURCE -Ilib -I. -O1 -g ${SANITIZE-}"
libs=$(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk")
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT

claim() {
	if eval "$2"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1)); echo "FAIL languages: $1"
	fi
}

mkdir -p "$dir"
# shellcheck disable=SC2086
$CC $flags -o "$keys" tests/lang/keys.c "$BUILD/libismsc.a" \
    -Wl,--as-needed $libs -lm -lpthread || exit 1

# The files that are there.
for f in lib/standard/lang/*.yaml lib/standard/*/lang/*.yaml; do
	[ -f "$f" ] || continue
	std=${f#lib/standard/}
	case $std in lang/*) std= ;; *) std=${std%%/*} ;; esac
	claim "$f" '"$keys" check "$f" $std'
done

# One in accents.
make_language() {
	mkdir -p "$1/lib/standard/lang" "$1/lib/standard/iso27001/lang" \
	    "$1/lib/standard/iso9001/lang"
	"$keys" pseudo | sed 's/^language: .*/language: Áççénts/' \
	    >"$1/lib/standard/lang/xx.yaml"
	for s in iso27001 iso9001; do
		"$keys" pseudo $s >"$1/lib/standard/$s/lang/xx.yaml"
	done
}
make_language "$work"
cat >>"$work/lib/standard/iso27001/lang/xx.yaml" <<'END'
rules.CA-03.says:
  - en: "the root cause"
    is: "thé róót cáúsé"
rules.CRT-01.says:
  - en: "no internal audit was reported in the {1} before it"
    is: "ín thé {1} béfóré nó áúdít"
END
for f in "" iso27001 iso9001; do
	claim "the one made is complete: $f" \
	    '"$keys" check "$work/lib/standard/${f:+$f/}lang/xx.yaml" $f'
done

# What the lint catches.
xx=$work/lib/standard/lang/xx.yaml bad=$work/bad.yaml
sed '/^words.accept:/d;/^commands.check:/d' "$xx" >"$bad"
claim "a missing text" '! "$keys" check "$bad" | grep -q nothing &&
    "$keys" check "$bad" | grep -q "lacks commands.check"'
sed 's/^complete: .*/complete: false/;/^commands.check:/d' "$xx" >"$bad"
claim "no claim to be complete" '"$keys" check "$bad"'
sed 's/^\(findings.ENC_UTF16.message: .*\){name}/\1{nome}/' "$xx" >"$bad"
claim "other braces" '"$keys" check "$bad" | grep -q ENC_UTF16'
sed '/en: "%4d days late"/{n;s/%4d/%s/;}' "$xx" >"$bad"
claim "other places" '"$keys" check "$bad" | grep -q "%4d days late"'
echo 'words.no_such_key: "x"' | cat "$xx" - >"$bad"
claim "a stale key" '"$keys" check "$bad" | grep -q no_such_key'

# A program that has it: the names are those of lib/standard.
here=$(pwd)
data=$(find lib/standard templates -type f ! -name README.md ! -name '*.sh' \
    ! -path 'lib/standard/*lang/*')
# shellcheck disable=SC2086
(cd "$work" && mkdir -p lib/standard && cp -r "$here/lib/standard/." \
    lib/standard/ && cp -r "$here/templates" . &&
    sh lib/standard/embed.sh $data lib/standard/lang/xx.yaml \
    lib/standard/iso27001/lang/xx.yaml lib/standard/iso9001/lang/xx.yaml \
    >embed.c)
$CC -std=c11 -c -o "$dir/embed.o" "$work/embed.c" || exit 1
# shellcheck disable=SC2086
$CC ${SANITIZE-} -o "$exe" "$BUILD"/cmd/*.o "$dir/embed.o" \
    "$BUILD/libismsc.a" -Wl,--as-needed $libs -lm -lpthread || exit 1
case $exe in /*) ;; *) exe=$here/$exe ;; esac

isms=$work/isms
cp -r lib/standard/iso27001/minimal "$isms"
sed -i 's/^languages: .*/languages: [en, xx, ja]/
s/^name: .*/&\nname_xx: Órgánízátíón/' "$isms/isms.yaml"
run() { (cd "$isms" && env -u LC_ALL -u LC_MESSAGES LANG="${l-C}" "$exe" "$@" 2>&1); }
day='--as-of 2026-06-30 --no-history'

claim "help" 'run --help --lang xx | grep -q "láñgúágé óf thé óútpút"'
claim "the machine asks" 'l=xx_XX.UTF-8; run --help | grep -q láñgúágé; l=C'
claim "none of the kind" 'run check --lang yy | grep -q "en|ja|xx"'
claim "isms.yaml may name it" '! run check $day | grep -q CFG-08'
claim "summary" 'run check $day --lang xx | grep -q "érrórs: 0"'
claim "not judged" 'run check $day --lang xx | grep -q "ñót júdgéd: hístórý"'
sed -i 's/^languages: .*/languages: [xx, en]/' "$isms/isms.yaml"
claim "the main language" 'run check $day | grep -q "érrórs: 0"'
claim "no other counts" \
    'run check $day --lang en | grep -q "0 errors, 0 warnings"'
claim "explain a rule" 'run explain CA-02 | grep -q "Córréçtívé áçtíóñ"'
claim "explain a kind" 'run explain risk | grep -q "Rísk ówñér"'
claim "explain a clause" 'run explain 9.2.1 | grep -q "Íñtérñál áúdít"'
claim "explain a control" 'run explain A.5.1 | grep -q "Pólíçíés fór"'
claim "explain everything" \
    '[ "$(run explain --all | wc -l)" -eq "$(run explain --all --lang en |
    wc -l)" ]'
claim "schema" 'run schema risk | grep -q "Rísk ówñér"'
claim "schema of isms.yaml" 'run schema isms.yaml | grep -q name_xx'
cat >>"$isms/isms.yaml" <<'END'
house_rules:
  - code: OUR-01
    severity: note
    message: {en: "{id} is there", xx: "{id} ís thére"}
    sql: SELECT id FROM person ORDER BY id LIMIT 1
END
claim "a house rule" 'run check $day | grep -q "PER-0001 ís thére"'
claim "a title" 'sed -i "s/^title: .*/&\ntitle_xx: Títúló/" \
    "$isms/documents/"*1*.md; run list document | grep -q Títúló'
claim "clauses" 'run list clause $day | grep -q "Íñtérñál áúdít"'
claim "due" 'run due $day | grep -q "dáýs léft"'
cat >"$isms/own.md" <<'END'
---
id: CA-0901
kind: corrective_action
title: X
status: open
owner: PER-0099
created: 2026/01/02
---
END
run check $day >"$work/said"
claim "a finding of the program" 'grep -q "CA-0901.*ñó" "$work/said" ||
    grep -q "dáté" "$work/said"'
claim "the same findings" '[ "$(grep -c "\[[A-Z]*-[0-9]*\]" "$work/said")" \
    -eq "$(run check $day --lang en | grep -c "\[[A-Z]*-[0-9]*\]")" ]'
rm "$isms/own.md"
claim "build" 'run build -o "$work/site" $day >/dev/null;
    grep -q "<html lang=\"xx\"" "$work/site/site/index.html" &&
    grep -q "Órgánízátíón" "$work/site/site/index.html"'
claim "headings" 'grep -rql "Rísk régístér\|Rísks" "$work/site"'
claim "print" '! command -v pdftotext >/dev/null ||
    pdftotext "$work"/site/*.pdf - | grep -q "Órgánízátíón"'
claim "build in several" 'run build -q --lang en,xx,ja $day -o "$work/many" &&
    ! diff -r "$work/many/xx" "$work/site" | grep -q "^Only in" &&
    grep -q "../xx/site/index.html\" .*>Áççénts<" \
    "$work/many/ja/site/index.html" &&
    cmp "$work/many/xx/manual.pdf" "$work/site/manual.pdf"'
printf 'standard: iso9001\nname: X\nlanguages: [xx]\n' >"$isms/isms.yaml"
claim "a second standard" 'run explain CPL-03 | grep -q "çómpláíñt"'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
