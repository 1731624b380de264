# Titles that want to be more than text in the comment of a pull request: no
# tag but ours, no link, no image, nobody called, no reference to anything.
. "$(dirname "$0")/../../story.sh"
n=900
row() {
	n=$((n + 1))
	printf '  - {id: COM-0%s, kind: communication, title: %s, topic: News, when: each month, with: staff, by: PER-0002, how: mail}\n' \
	    $n "$1"
}
{
	printf -- '---\nstatus: active\nowner: PER-0002\ncreated: 2025-10-01\nrecords:\n'
	row '"``` ```` ` `` code"'
	row '"~~~~~~ fence of tildes"'
	row '"| a | b |\n|---|---|\n| c | d |"'
	row '"</details></summary></li></ul><details>"'
	row '"<!-- a comment that never ends"'
	row '"<![CDATA[ x ]]> <?php x ?> <!DOCTYPE html>"'
	row '"@all @octocat @org/team \uFF20octocat a@b.example"'
	row '"#123 GH-123 gh-7 octocat/hello#1 octocat/hello@deadbeef !4 ~bug %2 &3 $5 ^6 [issue:12] [epic:3]"'
	row '"[text](https://evil.example) [ref][1] [1]: https://evil.example <https://evil.example>"'
	row '"![pixel](https://evil.example/x.png) <img src=x onerror=alert(1)>"'
	row '"https://evil.example http://evil.example www.evil.example ftp://evil.example mailto:a@b.example xmpp:a@b.example"'
	row '"javascript:alert(1) [a](javascript:alert(1)) data:text/html,x"'
	row '"first\n\n# heading\n- item\n> quote\n/close\n---\nlast"'
	row '"&lt;b&gt; &#60;b&#62; &amp;lt; &nbsp; &#x40;octocat"'
	row '"**bold** __bold__ *it* _it_ ~~gone~~ ==mark== ++ins++ ^sup^"'
	row '"- [ ] task - [x] task 1. one * two + three"'
	row '"$$x$$ $`y`$ \\(z\\) [^1] [^1]: note :tada: :octocat:"'
	row '"trailing backslash \\"'
	row '"``` suggestion\nrm -rf /\n```"'
	row "\"$(printf '%01000d' 0 | sed 's/0/long /g')\""
	row "'<svg/onload=alert(1)> <a href=//evil.example>x</a> <b onclick=x>'"
	row '"ends in two spaces  "'
	echo ---
} >titles.md
{
	printf -- '---\nstatus: active\nowner: PER-0002\ncreated: 2025-10-01\nrecords:\n'
	row '"\u202Eevil\u202C \u2066iso\u2069 \u200Bzero\u200D \u0007bell \u001B[31mred"'
	echo ---
} >turned.md
start 2026-06-01
sed 's/when: each month/when: each week/' titles.md >x && mv x titles.md
