#!/bin/sh
# Every row of lib/diag/diag.def is raised somewhere, says its piece in both
# languages, and is shown by a golden or a unit test.
bad=0
# What no input brings about (a fault of the program, a machine without fonts)
# or what is seen in the PDF alone.
unshown='STO-01 OUT-02 OUT-03'
ids=$(sed -n 's/^DIAG(\([A-Z0-9_]*\), *"\([A-Z0-9-]*\)".*/\1 \2/p' \
    lib/diag/diag.def)
raised=$(cat lib/*/*.c cmd/*.c | grep -o 'D_[A-Z0-9_]*' | sort -u)
shown=$(cat tests/golden/*/expect tests/unit/*.c tests/parts/*.sh tests/heavy/* 2>/dev/null |
    grep -oE '[A-Z]{2,4}-[0-9]{2}' | sort -u)

echo "$ids" | cut -d' ' -f1 | sort | uniq -d | sed 's/$/: twice/' | grep . &&
    bad=1
while read -r id code; do
	echo "$raised" | grep -qx "D_$id" || {
		echo "lib/diag/diag.def: error: nothing raises $id"; bad=1
	}
	case " $unshown " in *" $code "*) continue ;; esac
	echo "$shown" | grep -qx -e "$code" || {
		echo "lib/diag/diag.def: error: no test shows $code"; bad=1
	}
done <<END
$ids
END
# The words of the two languages are the same.
awk '
function words(s,   out, w) {
	out = ""
	while (match(s, /\{[a-z]+\}/)) {
		w = substr(s, RSTART, RLENGTH)
		if (index(out, w) == 0) out = out w
		s = substr(s, RSTART + RLENGTH)
	}
	return out
}
function same(a, b,   n, i, w) {
	n = split(words(a), w, "}")
	for (i = 1; i < n; i++)
		if (index(b, w[i] "}") == 0) return 0
	return length(words(a)) == length(words(b))
}
/^DIAG\(/ { head = $0; line = 0; next }
head != "" {
	line++
	n = split($0, part, /", +"/)
	if (n == 2 && !same(part[1], part[2])) {
		print FILENAME ":" FNR ": error: the languages name " \
		    "different {words}"
		bad = 1
	}
	if ($0 ~ /\)$/) head = ""
}
END { exit bad }' lib/diag/diag.def || bad=1
exit $bad
