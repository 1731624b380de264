# A calendar of one person: folded lines, hostile text, a day that was moved.
. "$(dirname "$0")/../../story.sh"
start 2026-04-01
put improvement.md CA-0001 due 2026-07-31
cat >x <<'END'
    title: "A title, long; with \\ and \nBEGIN:VALARM\nTRIGGER:-PT1M 長い日本語の題名は文字の途中で折り返してはいけませんので試します"
END
awk 'FNR == NR { t = $0; next } /title: Approval enforced/ { print t; next } { print }' \
    x improvement.md >y && mv y improvement.md && rm x
land 2026-05-04 'CA-0001: a title'
