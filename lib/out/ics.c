#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "out/ics.h"

#define FOLD	75	/* bytes of a line */
#define DAY	86400

/* One line, folded between characters, ended by CR LF. */
static void
line(struct buf *out, const char *s, size_t len)
{
	size_t room = FOLD, n;

	while (len > room) {
		for (n = room; n > 1 && ((unsigned char)s[n] & 0xc0) == 0x80;)
			n--;
		buf_add(out, s, n);
		buf_adds(out, "\r\n ");
		s += n;
		len -= n;
		room = FOLD - 1;
	}
	buf_add(out, s, len);
	buf_adds(out, "\r\n");
}

/* A property whose value is text. */
static void
text(struct buf *out, const char *name, const char *s)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s:", name);
	for (; *s != '\0'; s++) {
		if (*s == '\n')
			buf_adds(&b, "\\n");
		else if ((unsigned char)*s < 0x20 || *s == 0x7f)
			buf_addc(&b, ' ');
		else {
			if (*s == '\\' || *s == ';' || *s == ',')
				buf_addc(&b, '\\');
			buf_addc(&b, *s);
		}
	}
	line(out, b.s, b.len);
	buf_done(&b);
}

static void
moment(struct buf *out, const char *name, int64_t seconds)
{
	int64_t days = seconds / DAY - (seconds % DAY < 0);
	int64_t rest = seconds - days * DAY;
	int year, month, day;

	date_split((date_day)days, &year, &month, &day);
	buf_addf(out, "%s:%04d%02d%02dT%02d%02d%02dZ\r\n", name, year, month,
	    day, (int)(rest / 3600), (int)(rest / 60 % 60), (int)(rest % 60));
}

static void
whole_day(struct buf *out, const char *name, date_day d)
{
	int year, month, day;

	date_split(d, &year, &month, &day);
	buf_addf(out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, year, month,
	    day);
}

void
ics_begin(struct buf *out, const char *name)
{
	buf_adds(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//ismsc//ismsc//EN\r\nCALSCALE:GREGORIAN\r\n"
	    "METHOD:PUBLISH\r\n");
	text(out, "NAME", name);
	text(out, "X-WR-CALNAME", name);
}

void
ics_event(struct buf *out, const struct ics_event *e)
{
	char sequence[32];

	buf_adds(out, "BEGIN:VEVENT\r\n");
	text(out, "UID", e->uid);
	moment(out, "DTSTAMP", e->stamp);
	whole_day(out, "DTSTART", e->day);
	whole_day(out, "DTEND", e->day + 1);
	snprintf(sequence, sizeof(sequence), "%zu", e->sequence);
	text(out, "SEQUENCE", sequence);
	if (e->modified != 0)
		moment(out, "LAST-MODIFIED", e->modified);
	text(out, "SUMMARY", e->summary);
	if (e->description != NULL)
		text(out, "DESCRIPTION", e->description);
	if (e->category != NULL)
		text(out, "CATEGORIES", e->category);
	buf_adds(out, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

void
ics_end(struct buf *out)
{
	buf_adds(out, "END:VCALENDAR\r\n");
}
