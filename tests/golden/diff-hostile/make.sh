# Nothing that a title or a text holds becomes more than text: what a git host
# makes of the comment has no tag but ours, no link and no mention.
. "$(dirname "$0")/../../story.sh"
start 2026-06-01
put risks.md RSK-0002 status assessed
cat >x <<'END'
    title: "</details></summary><script>alert(1)</script><img src=x> [a](javascript:b) ![c](http://evil.example/d) @admin #12 !7 http://evil.example www.evil.example a@b.example ~~e~~ **f** `g` $h$ | x \n\n# Head\n- [ ] task\n/close\n|---|\n~~~\nfence &lt;b&gt; &amp; [^1] :tada: GH-1 owner/repo#3 <!-- x -->"
END
awk 'FNR == NR { t = $0; next } /title: One person/ { print t; next } { print }' \
    x risks.md >y && mv y risks.md && rm x
printf '\n</del><b>bold</b> [[RSK-0001]] ~~~ @all <details>\n' >>documents/DOC-0002.md
