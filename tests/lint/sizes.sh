#!/bin/sh
# A function over 100 lines, a file over 1,000, a seventh parameter, a line
# over 100 columns: too much for one reader.
LC_ALL=C awk '
function report(what) {
	printf "%s:%d: error: %s\n", FILENAME, FNR, what
	bad = 1
}
FNR == 1 { start = 0; head = "" }
FNR == 1001 { report("file over 1,000 lines") }
{
	line = $0
	gsub(/\t/, "        ", line)
	gsub(/[\200-\277]/, "", line)
	if (length(line) > 100 && FILENAME !~ /\.def$/)
		report("line over 100 columns")
}
/^[a-z_]+\(/ { head = $0; start = FNR; open = 1 }
open && !/^[a-z_]+\(/ && !/^[{]/ { head = head $0 }
/^[{]/ && start { open = 0
	n = gsub(/,/, ",", head)
	if (n >= 6) report("more than six parameters") }
/^[}]/ && start {
	if (FNR - start > 100) report("function over 100 lines")
	start = 0; head = ""
}
END { exit bad }' lib/*/*.c cmd/*.c
