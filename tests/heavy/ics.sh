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
# Those beside the pages: the one of all and the one of each owner hold what
# the command gives out, under the same names.
"$BUILD/ismsc" build -q -C "$BUILD/demo/repo" -o "$dir/out"
say --format ics >"$dir/ics"
if /usr/bin/python3 - "$dir/out/site" "$dir/ics" <<'END'
import glob, re, sys
from icalendar import Calendar
def events(path):
    raw = open(path, 'rb').read()
    assert all(len(l) <= 75 for l in raw.split(b'\r\n'))
    found = {}
    for e in Calendar.from_ical(raw).walk('VEVENT'):
        assert not e.errors and str(e['UID']) not in found
        found[str(e['UID'])] = (e.decoded('DTSTART'), str(e['SUMMARY']),
            e.decoded('DTSTAMP'), e['SEQUENCE'])
    return found
site = sys.argv[1]
every = events(site + '/calendar.ics')
asked = events(sys.argv[2])
assert every and all(asked[uid] == every[uid] for uid in every)
owners = glob.glob(site + '/calendar-*.ics')
assert len(owners) > 5
sum = {}
for path in owners:
    for uid, e in events(path).items():
        assert uid not in sum and every[uid] == e
        sum[uid] = e
page = open(site + '/calendar.html').read()
for path in owners + [site + '/calendar.ics']:
    assert 'href="' + path.split('/')[-1] + '"' in page
END
then passed=$((passed + 1))
else failed=$((failed + 1)); echo "FAIL calendars of the site"; fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
