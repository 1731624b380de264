#!/bin/sh
# Mutations of the example: what one change brings, all of it and no more.
# tests/mutations/list.txt tells how they are written.  ONLY=word runs those
# whose name holds the word; SHOW=1 prints what each finds.
set -u
: "${BUILD:=build}"
here=$(pwd)
case $BUILD in /*) exe=$BUILD/ismsc ;; *) exe=$here/$BUILD/ismsc ;; esac
list=$here/tests/mutations/list.txt

# findings DAY: code and message of each, sorted.
findings() {
	"$exe" check -q --no-history --color never --fail-on never \
	    --as-of "$1" 2>&1 |
	    sed -n 's/^[^ ].*: \(error\|warning\|note\): \(.*\) \[\([A-Z]*-[0-9]*\)\]$/\3 \2/p
	    /^ismsc: /p' | LC_ALL=C sort
}

# Names of pristine files; the work tree is a copy that is put right again.
judge() {
	[ -f "base.$day" ] || (cd pure && findings "$day") >"base.$day"
	(cd tree && findings "$day") >got
	LC_ALL=C comm -13 "base.$day" got >new
	is=$(cut -d' ' -f1 new | tr '\n' ' ')
	is=${is% }
	should=$(printf '%s\n' $want | LC_ALL=C sort | tr '\n' ' ')
	should=${should% }
	if [ -n "${SHOW-}" ] || [ "$is" != "$should" ]; then
		[ "$is" = "$should" ] || printf 'FAIL '
		echo "$name: expected $should"
		sed 's/^/    /' new
	fi
	[ "$is" = "$should" ] && echo ok >>passed || echo bad >>failed
	for f in $touched; do
		if [ -f "pure/$f" ]; then cp "pure/$f" "tree/$f"
		else rm -f "tree/$f"; fi
	done
}

edit() {
	kind=${1%% *} rest=${1#? } pattern=${rest%% *}
	case $kind in
	+) printf '%b' "${rest#* }" >"tree/$pattern"
		touched="$touched $pattern"; return ;;
	esac
	n=0
	for f in pure/$pattern; do
		[ -f "$f" ] || continue
		f=${f#pure/} n=$((n + 1)) touched="$touched $f"
		case $kind in
		-) rm -f "tree/$f" ;;
		:) sed -E -i "${rest#* }" "tree/$f" ;;
		esac
		cmp -s "pure/$f" "tree/$f" || changed=1
	done
	[ $n -gt 0 ] || echo "FAIL $name: no file $pattern"
}

# part FROM STEP: every STEP-th mutation.
part() {
	at=0 name='' day=2026-10-15 touched='' want='' changed=''
	while IFS= read -r line || [ -n "$line" ]; do
		case $line in
		'#'*) ;;
		'')	[ -z "$name" ] || [ -n "$skip" ] || judge
			name='' touched='' want='' day=2026-10-15 ;;
		'@ '*)	day=${line#@ } ;;
		'= '*)	want=${line#= } ;;
		'='*)	;;
		': '* | '- '* | '+ '*) [ -n "$skip" ] || edit "$line" ;;
		*)	name=$line at=$((at + 1)) skip=
			[ $((at % $2)) -eq "$1" ] || skip=1
			case $name in *"${ONLY-}"*) ;; *) skip=1 ;; esac ;;
		esac
	done
	[ -z "$name" ] || [ -n "$skip" ] || judge
}

if [ $# -gt 0 ]; then
	mkdir "$work/$1" && cd "$work/$1" || exit 3
	cp -R "$work/pure" pure && cp -R "$work/pure" tree
	part "$1" 2 <"$list"
	exit 0
fi
work=$(mktemp -d) || exit 3
export work
trap 'rm -rf "$work"' EXIT
cp -R example-isms "$work/pure"
(cd "$work/pure" && rm -f README.md ./*.sh story* &&
    sed -i 's/^profile: .*/profile: certified/' isms.yaml)
sh "$0" 0 >"$work/log.0" & sh "$0" 1 >"$work/log.1"; wait
cat "$work/log.0" "$work/log.1"
p=$(cat "$work"/[01]/passed 2>/dev/null | wc -l)
f=$(cat "$work"/[01]/failed 2>/dev/null | wc -l)
n=$(grep -c "^=" tests/mutations/list.txt)
[ -n "${ONLY-}" ] || [ $((p + f)) -eq "$n" ] || f=$((f + 1))
echo "$p passed, $f failed"
[ "$f" -eq 0 ] && [ "$p" -gt 0 ]
