#!/bin/sh
# Each header compiles alone.
bad=0
for h in lib/*/*.h cmd/*.h; do
	[ -f "$h" ] || continue
	${CC:-cc} -std=c11 -D_GNU_SOURCE -Ilib -I. -Wall -Wextra -Werror \
	    -fsyntax-only -x c "$h" 2>/tmp/headers.$$ ||
	    { echo "$h: error: does not compile alone"; cat /tmp/headers.$$
	      bad=1; }
done
rm -f /tmp/headers.$$
exit $bad
