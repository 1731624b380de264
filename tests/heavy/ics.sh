#!/bin/sh
# Calendars before a foreign reader: python3-icalendar.
set -u
: "${BUILD:=build}"
passed=0 failed=0
[ -d "$BUILD/demo/repo" ] ||
    sh example-isms/demo.sh "$BUILD/ismsc" "$BUILD/demo" >/dev/null
dir=$(mktemp -d) || exit 3
trap 'rm -rf "$dir"' EXIT
say() { "$BUILD/ismsc" -C "$BUILD/demo/repo" due --within 400d "$@"; }
for who in '' PER-0009; do
	for lang in en ja; do
		say ${who:+--owner "$who"} --lang $lang --format ics >"$dir/ics"
		say ${who:+--owner "$who"} --lang $lang --format json >"$dir/json"
		if /usr/bin/python3 - "$dir/ics" "$dir/json" <<'END'
import json, sys
from icalendar import Calendar
raw = open(sys.argv[1], 'rb').read()
lines = raw.split(b'\r\n')
assert lines[-1] == b'' and not any(b'\n' in l for l in lines)
assert all(len(l) <= 75 for l in lines)
for l in lines:
    l.decode()
cal = Calendar.from_ical(raw)
due = json.load(open(sys.argv[2]))['due']
events = list(cal.walk('VEVENT'))
assert len(events) == len(due) > 0
assert len({str(e['UID']) for e in events}) == len(events)
for e, d in zip(events, due):
    assert e.decoded('DTSTART').isoformat() == d['due']
    assert (e.decoded('DTEND') - e.decoded('DTSTART')).days == 1
    assert str(e['SUMMARY']).startswith(d['id'] + ' ')
    assert d['title'] in str(e['SUMMARY'])
    assert not e.subcomponents
    assert not e.errors
END
		then passed=$((passed + 1))
		else failed=$((failed + 1)); echo "FAIL $who $lang"; fi
	done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
