#!/bin/sh
# Every rule has its whole head in both languages, both examples, a clause
# that exists, and a name that is its code; every code of the domain is
# there, or is left out with a reason.  That a rule is raised by the example
# that fails, and not by the one that passes, is tests/unit/test_rules.c.
bad=0
for dir in lib/standard/*/rules; do
	[ -d "$dir" ] || continue
	std=${dir%/rules}
	known=$(sed -n 's/^- no: *"\{0,1\}\([0-9.]*\)"\{0,1\}$/\1/p' \
	    "$std/clauses.yaml"
	    [ ! -f "$std/catalogue.yaml" ] ||
	    sed -n 's/^- id: *//p' "$std/catalogue.yaml")
	known=$(echo $known)
	for f in "$dir"/*.sql; do
		awk -v file="$f" -v known="$known" '
		function say(s) { print file ": error: " s; bad = 1 }
		BEGIN {
			n = split(known, k, " ")
			for (i = 1; i <= n; i++) {
				clause[k[i]] = 1
				# a chapter or a group of clauses counts, too
				while (sub(/\.[0-9]+$/, "", k[i]))
					clause[k[i]] = 1
			}
		}
		FNR == 1 && $0 != "---" { say("does not begin with ---") }
		/^---$/ { fence++; next }
		fence == 1 && /^[a-z_]+:/ {
			key = $1; sub(/:.*/, "", key); has[key] = 1
			value[key] = $0; sub(/^[a-z_]+: */, "", value[key])
			gsub(/"/, "", value[key])
		}
		fence == 1 && /^  (en|ja): *[^ ]/ {
			lang = $1; sub(/:/, "", lang); has[key "." lang] = 1
		}
		fence == 1 && /^  [^ ]/ { lines[key]++ }
		fence >= 2 && /[^ \t]/ { sql++ }
		END {
			code = file
			sub(/.*\//, "", code); sub(/\.sql$/, "", code)
			if (value["code"] != code)
				say("the code is not the name of the file")
			if (value["severity"] !~ /^(error|warning|note)$/)
				say("no severity")
			if (value["profile"] !~ /^(starter|operating|certified)$/)
				say("no profile")
			if (!(value["clause"] in clause))
				say("no clause " value["clause"])
			split("title message help why", part, " ")
			for (i in part)
				if (!((part[i] ".en") in has) ||
				    !((part[i] ".ja") in has))
					say(part[i] " lacks a language")
			if (!lines["fails"] || !lines["passes"])
				say("an example is missing")
			if (!sql)
				say("no query")
			exit bad
		}' "$f" || bad=1
	done
	# The codes of the domain are those of the standard that it describes.
	[ "$std" = lib/standard/iso27001 ] || continue
	while read -r code why; do
		case $code in ''|'#'*) continue ;; esac
		if [ -f "$dir/$code.sql" ] ||
		    grep -q "\"$code\"" lib/diag/diag.def; then
			continue
		fi
		case $why in
		history | out:\ ?*) ;;
		*) echo "tests/lint/rule-codes.txt: error: $code is" \
		    "neither a rule nor left out with a reason"; bad=1 ;;
		esac
	done <tests/lint/rule-codes.txt
	for f in "$dir"/*.sql; do
		code=$(basename "$f" .sql)
		grep -q "^$code\( \|$\)" tests/lint/rule-codes.txt || {
			echo "$f: error: tests/lint/rule-codes.txt does" \
			    "not know $code"; bad=1
		}
	done
done
exit $bad
