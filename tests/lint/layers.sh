#!/bin/sh
# Fail on an include that lib/LAYERS does not allow, and on a third-party
# header outside its one home.
LC_ALL=C awk '
FNR == NR && /^#/ { next }
FNR == NR && $1 == "home" {
	sub(":", "", $2)
	for (i = 3; i <= NF; i++) home[$i] = $2
	next
}
FNR == NR && NF > 0 {
	sub(":", "", $1); ok[$1, $1] = 1; layer[$1] = 1
	for (i = 2; i <= NF; i++) ok[$1, $i] = 1
	next
}
/^#[ \t]*include/ {
	split(FILENAME, at, "/")
	own = at[1] == "lib" ? at[2] : at[1]
	want = $0
	sub(/^#[ \t]*include[ \t]*/, "", want)
	if (want ~ /^"/) {
		gsub(/"/, "", want); sub("/.*", "", want)
		if (own == "cmd" && (want in layer || want == "cmd"))
			next
		if (own == "tests")
			next
		if (!((own, want) in ok)) {
			printf "%s:%d: error: %s may not include %s\n", \
			    FILENAME, FNR, own, $2
			bad = 1
		}
		next
	}
	gsub(/[<>]/, "", want)
	for (h in home)
		if (index(want, h) == 1 && home[h] != own) {
			printf "%s:%d: error: the home of <%s> is lib/%s\n", \
			    FILENAME, FNR, want, home[h]
			bad = 1
		}
}
END { exit bad }' lib/LAYERS lib/*/*.[ch] cmd/*.[ch]
