#!/bin/sh
# No unfinished work, and no fact of a standard in C: facts are data.  A kind
# may be called as a word of the program is: a person, an organisation.
bad=0
kinds=$(sed -n 's/^name: *//p' lib/standard/*/kinds/[a-z]*.yaml 2>/dev/null |
    grep -vxE 'person|organisation' | tr '\n' '|')

# facts FILE...: says what stands there and should not; 1 when nothing does.
facts() {
	found=1
	if grep -nE '"(A\.[5-8]\.[0-9]|[4-9]\.[0-9]|10\.[0-9])' "$@" ||
	    grep -nE '"[^"]*(\<A\.[5-8]\.[0-9]|[Cc]lauses? [0-9]|箇条 ?[0-9])' \
	    "$@"; then
		echo "error: a clause or control number stands in C"; found=0
	fi
	if grep -nE "\"(${kinds%|})\"|FROM (${kinds%|})\\>" "$@"; then
		echo "error: the name of a kind stands in C"; found=0
	fi
	return $found
}

if grep -nE '\b(TODO|FIXME|XXX|HACK)\b' lib/*/*.[ch] cmd/*.[ch]; then
	echo "error: unfinished work belongs in an issue"; bad=1
fi
facts lib/*/*.[ch] cmd/*.[ch] && bad=1
# It bites.
dir=$(mktemp -d) || exit 3
trap 'rm -rf "$dir"' EXIT
for line in 'x = "9.2.1";' 'x = "A.8.13";' 'say("see clause 10 of it");' \
    'say("as A.5.1 asks");' 'k = find("corrective_action");' \
    'q = "SELECT id FROM audit WHERE 1";'; do
	printf '%s\n' "$line" >"$dir/x.c"
	facts "$dir/x.c" >/dev/null || {
		echo "tests/lint/words.sh: error: lets $line pass"; bad=1
	}
done
exit $bad
