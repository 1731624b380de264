cat >>documents/DOC-0001.md <<'END'

<script>alert(1)</script>

A <b>bold</b> word<br>and <img src=x onerror=y>. <!-- hidden -->
[a](javascript:alert%281%29) [b](data:text/html,x) [c](vbscript:x) [d](java%0ascript:x)
[e](http:/x) [f](https:\\x) [g][none] and a note[^1].
END
