#!/bin/sh
# The rules of the house, each a program under tests/lint/.
passed=0 failed=0
for lint in tests/lint/*.sh; do
	if sh "$lint"; then
		passed=$((passed + 1))
	else
		echo "FAIL $lint"
		failed=$((failed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
