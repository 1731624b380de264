#!/bin/sh
# Every word that a reader sees is there in both languages, and Japanese
# where Japanese is meant: words, kinds, calendar, clauses, findings.
bad=0
say() { echo "$1"; bad=1; }

for dir in lib/standard/ lib/standard/*/; do
	[ -f "$dir/words.yaml" ] || continue
	# Words: both languages, each key once, sorted.
	awk -v file="$dir/words.yaml" '
	function key(s) { sub(/:.*/, "", s); gsub(/"/, "", s); return s }
	/^#/ { next }
	{
		k = key($0)
		if ($0 !~ /\{en: *[^ ,]/ || $0 !~ /, ja: *[^ }]/) {
			print file ":" FNR ": error: " k " lacks a language"
			bad = 1
		}
		if (seen[k]++) {
			print file ":" FNR ": error: " k " stands twice"
			bad = 1
		}
	}
	END { exit bad }' "$dir/words.yaml" || bad=1
	sed -n '/^#/!s/^"\{0,1\}\([^":]*\)"\{0,1\}:.*/\1/p' "$dir/words.yaml" |
	    LC_ALL=C sort -c 2>/dev/null ||
	    say "$dir/words.yaml: error: the keys are not sorted"
	[ -d "${dir}kinds" ] || continue
	# Kinds: a label, a state and a choice speak both.
	for f in "$dir"kinds/*.yaml; do
		awk -v file="$f" '
		/\{[^{}]*en: / && !/[{ ]ja: *[^ }]/ {
			print file ":" FNR ": error: no Japanese"; bad = 1
		}
		/- \{name: / && !/label: / {
			print file ":" FNR ": error: no label"; bad = 1
		}
		END { exit bad }' "$f" || bad=1
	done
done
# Titles and texts of the other files: a line or a block that speaks one
# language speaks the other.
for f in lib/standard/*/manual.yaml lib/standard/*/standard.yaml \
    lib/standard/*/diff.yaml; do
	[ -f "$f" ] || continue
	awk -v file="$f" '
	/\{[^{}]*en: / && !/[{ ,]ja: *[^ }]/ {
		print file ":" FNR ": error: no Japanese"; bad = 1
	}
	/^ *en: / { en = FNR }
	/^ *ja: / { en = 0 }
	en && FNR > en && !/^ *ja: / {
		print file ":" en ": error: no Japanese"; bad = 1; en = 0
	}
	END { exit bad }' "$f" || bad=1
done
for f in lib/standard/*/clauses.yaml lib/standard/*/catalogue.yaml \
    lib/standard/*/calendar.yaml; do
	[ -f "$f" ] || continue
	for part in title ask proof; do
		en=$(grep -c "^[- ] $part:" "$f")
		ja=$(grep -c "^[- ] ${part}_ja: *[^ ]" "$f")
		[ "$en" -eq "$ja" ] ||
		    say "$f: error: $en of $part, $ja in Japanese"
	done
done
# Each setting has its words.
for dir in lib/standard/*/; do
	[ -f "$dir/standard.yaml" ] || continue
	for key in $(awk '/^[a-z]/ { on = /^settings:/ }
	    on && /^  [a-z_]+:/ { sub(/:.*/, "", $1); print $1 }' \
	    "$dir/standard.yaml"); do
		grep -q "^setting\.$key:" "$dir/words.yaml" ||
		    say "$dir/words.yaml: error: no setting.$key"
	done
done
# Rows of the tables in C: an English text is followed by a Japanese one.
LC_ALL=C awk '
/^(COMMAND|OPTION|KEY|LIMIT)\(/ { start = FNR; text = "" }
start { text = text $0 }
start && /\)$/ {
	if (text !~ /[\343-\351][\200-\277]/) {
		print FILENAME ":" start ": error: no Japanese"
		bad = 1
	}
	start = 0
}
END { exit bad }' cmd/commands.def cmd/options.def lib/model/config.def \
    lib/base/limits.def || bad=1
# Words the program asks for by name.
known=$(cat lib/standard/words.yaml lib/standard/*/words.yaml)
for key in $(grep -ohE \
    '(part_word|standard_word|say_word|word)\((p|r|std|s|in|[a-z]+->[a-z]+), "[a-z_.]+"' \
    lib/*/*.c cmd/*.c | sed 's/.*"\([a-z_.]*\)"/\1/' | LC_ALL=C sort -u); do
	printf '%s\n' "$known" | grep -qE "^\"?$key\"?:" ||
	    say "words.yaml: error: the program asks for $key"
done
# Findings of the program: two texts more with the help, Japanese as such.
LC_ALL=C awk '
/^DIAG\(/ { code = $0; sub(/,.*/, "", code); n = 0; text = "" }
/^(DIAG\(|    )/ { text = text $0 }
/\)$/ && text != "" {
	ja = 0
	m = split(text, part, "\"")
	for (i = 6; i <= m; i += 2)
		if (part[i] ~ /\343[\201-\203]/)
			ja++
	if (ja < 1 || (text !~ /NULL, NULL\)/ && ja < 2)) {
		print "lib/diag/diag.def: error: " code \
		    "...) lacks Japanese"
		bad = 1
	}
	text = ""
}
END { exit bad }' lib/diag/diag.def || bad=1
# A choice between two texts is lang_pick(), which knows other languages too.
LC_ALL=C grep -nE '(LANG_JA|[( ]ja) *\?' lib/*/*.c cmd/*.c |
    grep -vE 'strcmp|pdf_(paint|text)\.c|diag/lang\.c' &&
    say "error: a text by language goes through lang_pick()"
exit $bad
