#!/bin/sh
# No unfinished work, and no fact of a standard in C: facts are data.
bad=0
if grep -nE '\b(TODO|FIXME|XXX|HACK)\b' lib/*/*.[ch] cmd/*.[ch]; then
	echo "error: unfinished work belongs in an issue"; bad=1
fi
if grep -nE '"(A\.[5-8]\.[0-9]|[4-9]\.[0-9]|10\.[0-9])' \
    lib/*/*.[ch] cmd/*.[ch]; then
	echo "error: a clause or control number stands in C"; bad=1
fi
kinds=$(sed -n 's/^name: *//p' lib/standard/*/kinds/[a-z]*.yaml 2>/dev/null |
    grep -vxE 'person|document|control|risk|issue|role|process|change|measurement|activity|asset|organisation|exception|audit|objective' |
    tr '\n' '|')
if [ -n "$kinds" ] &&
    grep -nE "\"(${kinds%|})\"" lib/*/*.[ch] cmd/*.[ch]; then
	echo "error: the name of a kind stands in C"; bad=1
fi
exit $bad
