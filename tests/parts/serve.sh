#!/bin/sh
# The preview: pages on the loopback address, anew when a file changes, and
# nothing for a request that a reader's browser would not send by itself.
set -u
: "${BUILD:=build}"
here=$(pwd)
case $BUILD in /*) exe=$BUILD/ismsc ;; *) exe=$here/$BUILD/ismsc ;; esac
work=$(mktemp -d) || exit 3
port=$((20000 + $$ % 20000))
passed=0 failed=0 pid=
trap 'kill $pid 2>/dev/null; wait $pid 2>/dev/null; rm -rf "$work"' EXIT

ok() { passed=$((passed + 1)); }
bad() { echo "FAIL $*"; failed=$((failed + 1)); }
# say STATUS NAME CURL-ARGUMENT...: what the preview answers.
say() {
	want=$1 name=$2; shift 2
	got=$(curl -s -m 10 -o "$work/body" -w '%{http_code}' "$@")
	[ "$got" = "$want" ] && ok || bad "$name: $got, not $want"
}
# raw STATUS NAME BYTES: a request written by hand.
raw() {
	got=$(printf "$3" | python3 -c '
import socket, sys
s = socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5)
try:
    s.sendall(sys.stdin.buffer.read())
    answer = b""
    while True:
        part = s.recv(4096)
        if not part: break
        answer += part
except OSError:
    pass
print(answer[9:12].decode())' "$port")
	[ "$got" = "$1" ] && ok || bad "$2: $got, not $1"
}
until_build() {
	n=0
	while [ $n -lt 100 ]; do
		curl -s -m 5 "http://127.0.0.1:$port/live" >"$work/live"
		grep -q "$1" "$work/live" && { ok; return; }
		sleep 0.2; n=$((n + 1))
	done
	bad "no $1: $(cat "$work/live")"
}

cp -R lib/standard/iso27001/minimal "$work/isms"
mkdir "$work/tmp"
echo secret >"$work/tmp/secret.html"
# The program itself, not a shell around it, must hear the signal.
TMPDIR=$work/tmp "$exe" serve -q -C "$work/isms" --no-history \
    --as-of 2026-06-30 --port $port >"$work/out" 2>"$work/err" & pid=$!
until_build '"build": 1'
grep -q "^http://127.0.0.1:$port/$" "$work/out" && ok || bad "says its address"

base=http://127.0.0.1:$port
say 200 home "$base/"
grep -q 'script src="/live.js"' "$work/body" && ok || bad "no live.js"
grep -q "connect-src 'self'" "$work/body" && ok || bad "policy"
say 200 page "$base/DOC-0001.html?x=1"
say 200 style "$base/style.css"
say 200 script "$base/live.js"
say 200 'by name' "http://localhost:$port/"
say 200 'its own origin' -H "Origin: $base" "$base/live"
say 404 nothing "$base/none.html"
grep -q 'href="index.html"' "$work/body" && ok || bad "no way back"
say 404 'no file' "$base/none.png"
grep -qx 404 "$work/body" && ok || bad "a page for a picture"
say 405 post -X POST "$base/"
say 405 'any method' -X DELETE "$base/"
say 400 'a body' -X GET -d x "$base/"
say 403 'foreign host' -H 'Host: evil.example' "$base/"
say 403 'foreign port' -H 'Host: 127.0.0.1:1' "$base/"
say 403 'rebound name' -H "Host: evil.example:$port" "$base/"
say 403 'foreign origin' -H 'Origin: http://evil.example' "$base/live"
say 403 'no origin' -H 'Origin: null' "$base/live"
say 403 'another site' -H 'Sec-Fetch-Site: cross-site' \
    -H 'Sec-Fetch-Mode: no-cors' "$base/style.css"
say 200 'a link from another site' -H 'Sec-Fetch-Site: cross-site' \
    -H 'Sec-Fetch-Mode: navigate' "$base/"
for path in ../secret.html ..%2fsecret.html %2e%2e/secret.html \
    ....//secret.html .ismsc-output /etc/passwd ../../../../etc/passwd \
    'a/../index.html' '1/index.html' 'index.html%00' "$work/tmp/secret.html"
do
	say 404 "path $path" --path-as-is "$base/$path"
	grep -q -e secret -e root: "$work/body" && bad "told $path" || ok
done
raw 400 'no host' 'GET / HTTP/1.1\r\n\r\n'
raw 400 'two hosts' "GET / HTTP/1.1\r\nHost: 127.0.0.1:$port\r\nHost: x\r\n\r\n"
raw 400 'folded line' "GET / HTTP/1.1\r\nHost: 127.0.0.1:$port\r\n x\r\n\r\n"
raw 400 'no version' "GET /\r\nHost: 127.0.0.1:$port\r\n\r\n"
raw 400 'absolute' "GET http://x/ HTTP/1.1\r\nHost: 127.0.0.1:$port\r\n\r\n"
raw 400 'chunks' "GET / HTTP/1.1\r\nHost: 127.0.0.1:$port\r\nTransfer-Encoding: chunked\r\n\r\n"
raw 400 'nul' "GET /\\0 HTTP/1.1\r\nHost: 127.0.0.1:$port\r\n\r\n"
raw 431 'too long' "$(printf 'GET / HTTP/1.1\\r\\nX: %8200s' x)"

# A changed file shows; a fault shows over the last good pages.
sed -i 's/^title: .*/title: Changed under the preview/' \
    "$work/isms/documents/DOC-0001.md"
until_build '"build": [2-9]'
say 200 again "$base/DOC-0001.html"
grep -q 'Changed under the preview' "$work/body" && ok || bad "not anew"
# The pages of the preview are those of a build, byte by byte.
"$exe" build -q -C "$work/isms" --no-history --as-of 2026-06-30 --only site \
    -o "$work/full" 2>/dev/null
diff -r -x .ismsc-output "$work"/tmp/ismsc-serve-*/[2-9] "$work/full/site" >"$work/diff" &&
    ok || bad "other pages than a build's: $(head -3 "$work/diff")"
# The PDF is made when it is asked for, and whoever asks meanwhile waits.
curl -s -m 60 -o "$work/a.pdf" "$base/manual.pdf" & other=$!
say 200 'the PDF' -m 60 "$base/manual.pdf"
wait $other
head -c 5 "$work/body" | grep -q '%PDF-' && cmp -s "$work/body" "$work/a.pdf" &&
    ok || bad "no PDF"
say 200 'the PDF again' "$base/manual.pdf"
cmp -s "$work/body" "$work/a.pdf" && ok || bad "another PDF"

# A template that cannot be used is told over pages that are made without it.
mkdir "$work/isms/templates"
echo 'p { background: url(x) }' >"$work/isms/templates/own.css"
until_build 'own.css:1: .*TPL-03'
say 200 'pages all the same' "$base/"
rm "$work/isms/templates/own.css"
until_build '"fault": ""'
cp "$work/isms/isms.yaml" "$work/kept"
sed -i 's,^timezone: .*,timezone: Nowhere/Here,' "$work/isms/isms.yaml"
until_build 'fault": "isms.yaml'
say 200 'the last good page' "$base/"
cp "$work/kept" "$work/isms/isms.yaml"
until_build '"fault": ""'

"$exe" serve -C "$work/isms" --port $port >/dev/null 2>"$work/err"
[ $? -eq 3 ] && ok || bad "a port in use"
"$exe" serve -C "$work/isms" --port 99999 >/dev/null 2>"$work/err"
[ $? -eq 2 ] && ok || bad "no port"
kill -INT $pid; wait $pid
[ $? -eq 130 ] && ok || bad "status at the end"
[ -z "$(ls "$work/tmp" | grep ismsc)" ] && ok || bad "left: $(ls "$work/tmp")"
pid=
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
