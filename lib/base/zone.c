#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/zone.h"

#define FILE_MAX	((size_t)256 * 1024)
#define DAY		86400
#define HOUR		3600

/* When summer time begins or ends within a year, as a TZ string has it. */
struct change {
	char	 form;			/* 'M', 'J' or 'D' */
	int	 month, week, day;
	int64_t	 time;			/* seconds after local midnight */
};

struct zone {
	size_t		 len;		/* transitions */
	int64_t		*at;
	int32_t		*offset;	/* from at[i] on */
	int32_t		 first;		/* before the first */
	bool		 footer;	/* the rest holds behind the last */
	bool		 summer;
	int64_t		 std, dst;	/* offsets east of UTC */
	struct change	 begin, end;
};

/* ---- the TZ string: JST-9, CET-1CEST,M3.5.0,M10.5.0/3 ---- */

static bool
take_name(const char **s)
{
	size_t n;

	if (**s == '<') {
		n = strcspn(*s, ">");
		if ((*s)[n] == '\0')
			return false;
		*s += n + 1;
		return true;
	}
	n = strcspn(*s, "0123456789,+-");
	*s += n;
	return n >= 3;
}

static bool
take_number(const char **s, long max, int64_t *n)
{
	char *end;
	long v;

	if (**s < '0' || **s > '9')
		return false;
	v = strtol(*s, &end, 10);
	if (v > max)
		return false;
	*s = end;
	*n = v;
	return true;
}

/* [+-]hh[:mm[:ss]] */
static bool
take_time(const char **s, int64_t *seconds)
{
	int64_t h = 0, m = 0, sec = 0;
	bool minus = **s == '-';

	if (**s == '-' || **s == '+')
		++*s;
	if (!take_number(s, 167, &h))
		return false;
	if (**s == ':') {
		++*s;
		if (!take_number(s, 59, &m))
			return false;
		if (**s == ':') {
			++*s;
			if (!take_number(s, 59, &sec))
				return false;
		}
	}
	*seconds = (h * HOUR + m * 60 + sec) * (minus ? -1 : 1);
	return true;
}

static bool
take_change(const char **s, struct change *c)
{
	int64_t month = 0, week = 0, day = 0;

	if (*(*s)++ != ',')
		return false;
	c->form = **s == 'M' || **s == 'J' ? *(*s)++ : 'D';
	if (c->form == 'M') {
		if (!take_number(s, 12, &month) || *(*s)++ != '.' ||
		    !take_number(s, 5, &week) || *(*s)++ != '.' ||
		    !take_number(s, 6, &day) || month < 1 || week < 1)
			return false;
	} else if (!take_number(s, 365, &day))
		return false;
	c->month = (int)month;
	c->week = (int)week;
	c->day = (int)day;
	c->time = 2 * HOUR;
	if (**s != '/')
		return true;
	++*s;
	return take_time(s, &c->time);
}

static bool
read_footer(struct zone *z, const char *s)
{
	int64_t west;

	if (!take_name(&s) || !take_time(&s, &west))
		return false;
	z->std = -west;
	if (*s == '\0')
		return true;
	if (!take_name(&s))
		return false;
	z->dst = z->std + HOUR;
	if (*s != ',') {
		if (!take_time(&s, &west))
			return false;
		z->dst = -west;
	}
	if (!take_change(&s, &z->begin) || !take_change(&s, &z->end))
		return false;
	z->summer = true;
	return *s == '\0';
}

/* The day of a change in a year. */
static date_day
change_day(const struct change *c, int year)
{
	date_day first = date_make(year, 1, 1), day;
	bool leap = date_make(year, 3, 1) - date_make(year, 2, 28) == 2;

	if (c->form == 'D')
		return first + c->day;
	if (c->form == 'J')
		return first + c->day - 1 + (leap && c->day >= 60);
	first = date_make(year, c->month, 1);
	/* 1970-01-01 was a Thursday. */
	day = first + (c->day - (first % 7 + 11) % 7 + 7) % 7 +
	    7 * (c->week - 1);
	/* The fifth means the last. */
	if (day >= date_add_months(first, 1))
		day -= 7;
	return day;
}

static int64_t
floor_days(int64_t seconds)
{
	return seconds >= 0 ? seconds / DAY : -((DAY - 1 - seconds) / DAY);
}

static int64_t
footer_offset(const struct zone *z, int64_t t)
{
	int64_t begin, end;
	int year, month, day;

	if (!z->summer)
		return z->std;
	date_split((date_day)floor_days(t + z->std), &year, &month, &day);
	begin = (int64_t)change_day(&z->begin, year) * DAY + z->begin.time -
	    z->std;
	end = (int64_t)change_day(&z->end, year) * DAY + z->end.time - z->dst;
	/* South of the equator summer spans the new year. */
	if (begin < end)
		return t >= begin && t < end ? z->dst : z->std;
	return t >= end && t < begin ? z->std : z->dst;
}

/* ---- the compiled file, RFC 8536 ---- */

struct tzif {
	const unsigned char	*s, *end;
	uint32_t		 utc, wall, leap, time, type, chars;
};

static uint32_t
big32(const unsigned char *s)
{
	return (uint32_t)s[0] << 24 | (uint32_t)s[1] << 16 |
	    (uint32_t)s[2] << 8 | s[3];
}

static int64_t
big64(const unsigned char *s)
{
	return (int64_t)((uint64_t)big32(s) << 32 | big32(s + 4));
}

/* The header at h->s; size is that of a time.  The bytes behind it, or 0. */
static size_t
read_header(struct tzif *h, size_t size)
{
	const unsigned char *s = h->s;

	if (h->end - s < 44 || memcmp(s, "TZif", 4) != 0)
		return 0;
	h->utc = big32(s + 20);
	h->wall = big32(s + 24);
	h->leap = big32(s + 28);
	h->time = big32(s + 32);
	h->type = big32(s + 36);
	h->chars = big32(s + 40);
	if (h->time > 20000 || h->type == 0 || h->type > 256 ||
	    h->chars > 4096 || h->leap > 4096 || h->utc > 256 ||
	    h->wall > 256)
		return 0;
	h->s += 44;
	return h->time * size + h->time + h->type * 6 + h->chars +
	    h->leap * (size + 4) + h->wall + h->utc;
}

static bool
read_body(struct arena *a, struct zone *z, const struct tzif *h)
{
	const unsigned char *types = h->s + (size_t)h->time * 8;
	const unsigned char *infos = types + h->time;

	z->len = h->time;
	z->at = arena_alloc(a, z->len * sizeof(*z->at));
	z->offset = arena_alloc(a, z->len * sizeof(*z->offset));
	z->first = (int32_t)big32(infos);
	for (size_t i = 0; i < z->len; i++) {
		if (types[i] >= h->type)
			return false;
		z->at[i] = big64(h->s + i * 8);
		z->offset[i] = (int32_t)big32(infos + (size_t)types[i] * 6);
		if (z->offset[i] < -26 * HOUR || z->offset[i] > 26 * HOUR)
			return false;
	}
	return true;
}

static struct zone *
read_tzif(struct arena *a, const struct buf *b)
{
	struct zone *z = arena_alloc(a, sizeof(*z));
	struct tzif h = { 0 };
	const unsigned char *nl;
	size_t n;

	h.s = (const unsigned char *)b->s;
	h.end = h.s + b->len;
	/* The first block has times of 32 bits: only its size matters. */
	if (b->len < 44 || h.s[4] < '2' || (n = read_header(&h, 4)) == 0 ||
	    (size_t)(h.end - h.s) < n)
		return NULL;
	h.s += n;
	if ((n = read_header(&h, 8)) == 0 || (size_t)(h.end - h.s) < n ||
	    !read_body(a, z, &h))
		return NULL;
	h.s += n;
	if (h.s == h.end || *h.s != '\n' || (nl = memchr(h.s + 1, '\n',
	    (size_t)(h.end - h.s - 1))) == NULL)
		return NULL;
	if (nl > h.s + 1)
		z->footer = read_footer(z, arena_dup(a,
		    (const char *)h.s + 1, (size_t)(nl - h.s - 1)));
	return z;
}

/* ---- names ---- */

static struct zone *
fixed(struct arena *a, int64_t offset)
{
	struct zone *z = arena_alloc(a, sizeof(*z));

	z->footer = true;
	z->std = offset;
	return z;
}

/* Exactly +HH:MM. */
static bool
is_offset(const char *s, int64_t *offset)
{
	int64_t h, m;
	bool minus = *s == '-';

	if ((*s != '+' && *s != '-') || strlen(s) != 6 || s[3] != ':')
		return false;
	s++;
	if (!take_number(&s, 14, &h) || *s++ != ':' ||
	    !take_number(&s, 59, &m) || *s != '\0')
		return false;
	*offset = (h * HOUR + m * 60) * (minus ? -1 : 1);
	return true;
}

/* Area/Place: nothing that could lead out of the folder of zones. */
static bool
is_name(const char *s)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-/";
	size_t n = strlen(s);

	return n > 0 && n < 64 && s[strspn(s, letters)] == '\0' &&
	    s[0] != '/' && s[n - 1] != '/' && strstr(s, "//") == NULL;
}

struct zone *
zone_find(struct arena *a, const char *name)
{
	static const char *const folders[] = {
		"/usr/share/zoneinfo", "/usr/lib/zoneinfo",
		"/usr/share/lib/zoneinfo", "/etc/zoneinfo"
	};
	struct buf b = BUF_INIT;
	struct zone *z = NULL;
	int64_t offset;

	if (strcmp(name, "UTC") == 0)
		return fixed(a, 0);
	if (is_offset(name, &offset))
		return fixed(a, offset);
	if (!is_name(name))
		return NULL;
	for (size_t i = 0; z == NULL &&
	    i < sizeof(folders) / sizeof(*folders); i++)
		if (fs_read(arena_printf(a, "%s/%s", folders[i], name),
		    FILE_MAX, &b) == 0)
			z = read_tzif(a, &b);
	buf_done(&b);
	/* No clock was changed in Japan since 1951: no table is needed. */
	if (z == NULL && strcmp(name, "Asia/Tokyo") == 0)
		z = fixed(a, 9 * HOUR);
	return z;
}

static int64_t
offset_at(const struct zone *z, int64_t t)
{
	size_t lo = 0, hi = z->len, mid;

	if (z->len == 0)
		return z->footer ? footer_offset(z, t) : z->first;
	if (t < z->at[0])
		return z->first;
	if (t >= z->at[z->len - 1] && z->footer)
		return footer_offset(z, t);
	while (hi - lo > 1) {
		mid = lo + (hi - lo) / 2;
		if (z->at[mid] <= t)
			lo = mid;
		else
			hi = mid;
	}
	return z->offset[lo];
}

date_day
zone_day(const struct zone *z, int64_t seconds)
{
	/* Beyond the years that a civil day can hold. */
	if (seconds < (int64_t)date_make(1, 1, 2) * DAY ||
	    seconds > (int64_t)date_make(9999, 12, 30) * DAY)
		return DATE_NONE;
	return (date_day)floor_days(seconds + offset_at(z, seconds));
}

static uint64_t
mix(uint64_t h, int64_t v)
{
	h = (h ^ (uint64_t)v) * 0x9e3779b97f4a7c15u;
	return h ^ h >> 29;
}

static uint64_t
mix_change(uint64_t h, const struct change *c)
{
	h = mix(mix(h, c->form), c->month);
	return mix(mix(mix(h, c->week), c->day), c->time);
}

uint64_t
zone_hash(const struct zone *z)
{
	uint64_t h = mix(mix(z->len, z->first), z->footer * 2 + z->summer);

	for (size_t i = 0; i < z->len; i++)
		h = mix(mix(h, z->at[i]), z->offset[i]);
	h = mix(mix(h, z->std), z->dst);
	return mix_change(mix_change(h, &z->begin), &z->end);
}
