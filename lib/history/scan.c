#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "history/version.h"
#include "history/words.h"

/*
 * A history holds thousands of versions of front matter that all look alike:
 * key: value, short lists, lists of small mappings.  These are read here in a
 * tenth of the time that a whole parser takes.  Wherever YAML could mean more
 * than the eye sees, the scanner gives up and the parser decides.
 */

#define KEYS_MAX	64
#define KEY_BYTES	128
#define DEPTH_MAX	8
#define NODES_MAX	100000

struct key {
	const char	*s;
	size_t		 len;
};

struct scan {
	struct fields	*f;
	struct slices	*slices;
	const char	*next, *end;
	/* The line at hand, without blanks and line end. */
	const char	*start, *at, *stop;
	size_t		 indent;
	bool		 has;
	int		 depth;
};

void
fields_put(struct fields *f, const char *s, size_t len)
{
	struct value *v;

	if (f->len == f->cap) {
		f->cap = f->cap == 0 ? 64 : f->cap * 2;
		v = realloc(f->list, f->cap * sizeof(*v));
		if (v == NULL)
			arena_exhausted();
		f->list = v;
	}
	v = &f->list[f->len++];
	v->field = words_keep(f->words, f->path.s, f->path.len);
	v->text = words_keep(f->words, s, len);
}

void
fields_index(struct fields *f, size_t n)
{
	char text[24], *p = text + sizeof(text);

	*--p = ']';
	do
		*--p = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	*--p = '[';
	buf_add(&f->path, p, (size_t)(text + sizeof(text) - p));
}

void
fields_join(struct fields *f, size_t mark)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, "");
	for (size_t i = mark; i < f->len; i++) {
		if (i > mark)
			buf_adds(&b, ", ");
		buf_adds(&b, f->list[i].text);
	}
	f->len = mark;
	fields_put(f, b.s, b.len);
	buf_done(&b);
}

/*
 * What a byte is to scan_plain(): ordinary, a sign of a value, or neither.
 */
enum { ORDINARY, SIGN, OTHER };

static const unsigned char kinds[256] = {
	[0 ... 9] = OTHER, ['\n'] = SIGN, [11 ... 31] = OTHER,
	[127 ... 255] = OTHER, [','] = SIGN, [':'] = SIGN, ['-'] = SIGN,
	['['] = SIGN, ['{'] = SIGN,
};

bool
scan_plain(const char *s, size_t len)
{
	size_t nodes = 1, i = 0;
	unsigned kind;
	uint32_t c;

	while (i < len) {
		kind = kinds[(unsigned char)s[i]];
		if (kind != OTHER) {
			nodes += kind;
			i++;
			continue;
		}
		if (s[i] == '\r' && i + 1 < len && s[i + 1] == '\n') {
			i++;
			continue;
		}
		if ((unsigned char)s[i] < 0x80)
			return false;
		i += utf8_get(s + i, len - i, &c);
		if (c == UTF8_BAD || c < 0xa0 || c == 0x2028 || c == 0x2029 ||
		    c == 0xfeff || (c & 0xfffe) == 0xfffe || utf8_hidden(c))
			return false;
	}
	return nodes < NODES_MAX;
}

/* To the next line that says something. */
static void
next_line(struct scan *sc)
{
	const char *nl;

	for (sc->has = false; sc->next < sc->end;) {
		sc->start = sc->at = sc->next;
		nl = memchr(sc->at, '\n', (size_t)(sc->end - sc->at));
		sc->stop = nl == NULL ? sc->end : nl;
		sc->next = nl == NULL ? sc->end : nl + 1;
		while (sc->stop > sc->at &&
		    (sc->stop[-1] == ' ' || sc->stop[-1] == '\r'))
			sc->stop--;
		while (sc->at < sc->stop && *sc->at == ' ')
			sc->at++;
		if (sc->at == sc->stop || *sc->at == '#')
			continue;
		sc->indent = (size_t)(sc->at - sc->start);
		sc->has = true;
		return;
	}
	sc->start = sc->end;
}

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/* A key at s: its length, 0 when there is none. */
static size_t
key_at(const char *s, const char *stop)
{
	const char *p = s;

	if (p < stop && *p == '-')
		return 0;
	while (p < stop && is_word(*p))
		p++;
	if (p == s || p - s > KEY_BYTES || p == stop || *p != ':' ||
	    (p + 1 < stop && p[1] != ' '))
		return 0;
	return (size_t)(p - s);
}

/*
 * The parser reads a date or id in full-width characters as it was meant;
 * whatever holds a letter or character of another kind is neither.
 */
static bool
is_text(const char *s, size_t len)
{
	bool ascii = true;
	uint32_t c;

	for (size_t i = 0; i < len;) {
		if ((unsigned char)s[i] < 0x80) {
			if (s[i] == ' ' || (s[i] >= 'a' && s[i] <= 'z'))
				return true;
			i++;
			continue;
		}
		ascii = false;
		i += utf8_get(s + i, len - i, &c);
		if ((c >= 0xc0 && c < 0x250) || (c >= 0x3041 && c < 0x30fc) ||
		    (c >= 0x4e00 && c < 0xa000))
			return true;
	}
	return ascii;
}

static bool
put(struct scan *sc, const char *s, size_t len)
{
	if (!is_text(s, len))
		return false;
	fields_put(sc->f, s, len);
	return true;
}

/* Nothing but a comment behind a value. */
static bool
is_rest(const char *p, const char *stop)
{
	const char *s = p;

	while (s < stop && *s == ' ')
		s++;
	return s == stop || (*s == '#' && s > p);
}

static bool
quoted(struct scan *sc, const char **at, const char *stop)
{
	const char *s = *at + 1, *p;
	struct buf b = BUF_INIT;
	bool ok;

	if (**at == '"') {
		for (p = s; p < stop && *p != '"'; p++)
			if (*p == '\\')
				return false;
		if (p == stop)
			return false;
		*at = p + 1;
		return put(sc, s, (size_t)(p - s));
	}
	buf_adds(&b, "");
	for (p = s; p < stop && (*p != '\'' ||
	    (p + 1 < stop && p[1] == '\'')); p++) {
		buf_addc(&b, *p);
		p += *p == '\'';
	}
	ok = p < stop && put(sc, b.s, b.len);
	*at = p + 1;
	buf_done(&b);
	return ok;
}

/* What a plain scalar may begin with without a second thought. */
static bool
is_opening(const char *s, const char *stop)
{
	if ((unsigned char)*s >= 0x80 || (*s != '-' && is_word(*s)))
		return true;
	if (*s == '-')
		return s + 1 < stop && s[1] >= '0' && s[1] <= '9';
	return strchr("(./~+$<", *s) != NULL;
}

static bool
plain(struct scan *sc, const char *s, const char *stop)
{
	const char *p;

	if (!is_opening(s, stop))
		return false;
	for (p = s; p < stop; p++) {
		if (*p == ':' && (p + 1 == stop || p[1] == ' '))
			return false;
		if (*p == '#' && p[-1] == ' ')
			break;
	}
	while (p > s && p[-1] == ' ')
		p--;
	return put(sc, s, (size_t)(p - s));
}

static bool
flow_plain(struct scan *sc, const char **at, const char *stop)
{
	const char *s = *at, *p;

	if (!is_opening(s, stop))
		return false;
	for (p = s; p < stop && *p != ',' && *p != ']' && *p != '}'; p++)
		switch (*p) {
		case '[': case '{': case ':': case '#': case '?': case '"':
		case '\'':
			return false;
		}
	*at = p;
	while (p > s && p[-1] == ' ')
		p--;
	return put(sc, s, (size_t)(p - s));
}

static bool flow(struct scan *, const char **, const char *, bool *);

static const char *
blanks(const char *s, const char *stop)
{
	while (s < stop && *s == ' ')
		s++;
	return s;
}

/* Behind a member: a comma and the next one, or the end. */
static bool
flow_next(const char **at, const char *stop, char shut, bool *end)
{
	const char *s = blanks(*at, stop);

	if (s == stop || (*s != ',' && *s != shut))
		return false;
	*end = *s == shut;
	*at = *end ? s + 1 : blanks(s + 1, stop);
	return *end || *at < stop;
}

static bool
flow_list(struct scan *sc, const char **at, const char *stop)
{
	size_t path = sc->f->path.len, mark = sc->f->len;
	bool end = false, scalar, all = true, ok;

	*at = blanks(*at + 1, stop);
	if (*at < stop && **at == ']') {
		++*at;
		end = true;
	}
	for (size_t n = 0; !end; n++) {
		fields_index(sc->f, n);
		ok = flow(sc, at, stop, &scalar);
		sc->f->path.len = path;
		sc->f->path.s[path] = '\0';
		if (!ok || !flow_next(at, stop, ']', &end))
			return false;
		all = all && scalar;
	}
	if (all)
		fields_join(sc->f, mark);
	return true;
}

/* A key that differs from another one in case only is its double. */
static bool
is_new(struct key *keys, size_t n, const char *s, size_t len)
{
	if (n == KEYS_MAX)
		return false;
	for (size_t i = 0; i < n; i++)
		if (keys[i].len == len && strncasecmp(keys[i].s, s, len) == 0)
			return false;
	keys[n].s = s;
	keys[n].len = len;
	return true;
}

static void
step_into(struct fields *f, const char *key, size_t len)
{
	if (f->path.len > 0)
		buf_addc(&f->path, '.');
	buf_add(&f->path, key, len);
}

static bool
flow_map(struct scan *sc, const char **at, const char *stop)
{
	size_t path = sc->f->path.len, len;
	struct key keys[KEYS_MAX];
	bool end = false, scalar, ok;

	*at = blanks(*at + 1, stop);
	for (size_t n = 0; !end; n++) {
		len = key_at(*at, stop);
		if (len == 0 || !is_new(keys, n, *at, len))
			return false;
		step_into(sc->f, *at, len);
		*at = blanks(*at + len + 1, stop);
		ok = *at < stop && flow(sc, at, stop, &scalar);
		sc->f->path.len = path;
		sc->f->path.s[path] = '\0';
		if (!ok || !flow_next(at, stop, '}', &end))
			return false;
	}
	return true;
}

/* A value within brackets. */
static bool
flow(struct scan *sc, const char **at, const char *stop, bool *scalar)
{
	bool ok;

	*scalar = false;
	if (*at == stop || sc->depth == DEPTH_MAX)
		return false;
	sc->depth++;
	if (**at == '[') {
		ok = flow_list(sc, at, stop);
	} else if (**at == '{') {
		ok = flow_map(sc, at, stop);
	} else {
		*scalar = true;
		ok = **at == '"' || **at == '\'' ? quoted(sc, at, stop) :
		    flow_plain(sc, at, stop);
	}
	sc->depth--;
	return ok;
}

/* A value that stands on the line of its key or dash. */
static bool
value(struct scan *sc, const char *s, bool *scalar)
{
	if (*s != '[' && *s != '{' && *s != '"' && *s != '\'') {
		*scalar = true;
		return plain(sc, s, sc->stop);
	}
	return flow(sc, &s, sc->stop, scalar) && is_rest(s, sc->stop);
}

/*
 * The text below "key: |", its last line ends made one.  The first line says
 * how far it is indented; sc is left at the line behind it.
 */
static bool
literal(struct scan *sc, size_t indent)
{
	const char *s = sc->next, *nl, *p, *stop;
	struct buf b = BUF_INIT;
	size_t deep = (size_t)(blanks(s, sc->end) - s), n;
	bool ok = deep > indent;

	for (; ok && s < sc->end; s = nl + 1) {
		if ((nl = memchr(s, '\n', (size_t)(sc->end - s))) == NULL) {
			ok = false;
			break;
		}
		stop = nl > s && nl[-1] == '\r' ? nl - 1 : nl;
		p = blanks(s, stop);
		n = (size_t)(p - s);
		if (p < stop && n < deep)
			break;
		if (n >= deep)
			buf_add(&b, s + deep, (size_t)(stop - s) - deep);
		else if (b.len == 0)
			ok = false;
		buf_addc(&b, '\n');
	}
	while (b.len > 1 && b.s[b.len - 2] == '\n')
		b.s[--b.len] = '\0';
	ok = ok && b.len > 1 && put(sc, b.s, b.len);
	buf_done(&b);
	sc->next = s;
	next_line(sc);
	return ok;
}

static bool
is_item(const struct scan *sc)
{
	return sc->has && sc->stop - sc->at > 1 && sc->at[0] == '-' &&
	    sc->at[1] == ' ';
}

static bool block_map(struct scan *, size_t);

static bool
block_list(struct scan *sc, size_t indent)
{
	size_t path = sc->f->path.len, mark = sc->f->len;
	bool all = true, scalar, ok;
	const char *s;

	for (size_t n = 0; is_item(sc) && sc->indent == indent; n++) {
		s = blanks(sc->at + 1, sc->stop);
		if (*s == '#')
			return false;
		fields_index(sc->f, n);
		scalar = false;
		if (key_at(s, sc->stop) > 0) {
			sc->indent += (size_t)(s - sc->at);
			sc->at = s;
			ok = block_map(sc, sc->indent);
		} else {
			ok = value(sc, s, &scalar);
			next_line(sc);
		}
		sc->f->path.len = path;
		sc->f->path.s[path] = '\0';
		if (!ok || (sc->has && sc->indent > indent))
			return false;
		all = all && scalar;
	}
	if (all)
		fields_join(sc->f, mark);
	return true;
}

/* The records of a register, each by itself. */
static bool
split(struct scan *sc, size_t indent, const char *from)
{
	struct slices *out = sc->slices;
	struct slice *p = NULL;

	out->given = true;
	out->from = from;
	for (; sc->has && (sc->indent > indent || (sc->indent == indent &&
	    is_item(sc))); next_line(sc)) {
		if (p != NULL)
			p->len = (size_t)(sc->start - p->s);
		if (sc->indent > indent)
			continue;
		if (out->len == out->cap) {
			out->cap = out->cap == 0 ? 64 : out->cap * 2;
			p = realloc(out->list, out->cap * sizeof(*p));
			if (p == NULL)
				arena_exhausted();
			out->list = p;
		}
		p = &out->list[out->len++];
		p->s = blanks(sc->at + 1, sc->stop);
		p->col = indent + (size_t)(p->s - sc->at);
		if (key_at(p->s, sc->stop) == 0)
			return false;
	}
	out->to = sc->start;
	if (p != NULL)
		p->len = (size_t)(out->to - p->s);
	return true;
}

/* What stands below a key that has nothing behind its colon. */
static bool
below(struct scan *sc, size_t indent, bool records, const char *from)
{
	size_t inner = sc->indent;

	if (!sc->has || inner < indent || (inner == indent && !is_item(sc))) {
		if (!records)
			fields_put(sc->f, "", 0);
		return !records;
	}
	if (sc->depth == DEPTH_MAX)
		return false;
	if (is_item(sc)) {
		if (records)
			return split(sc, inner, from);
		sc->depth++;
		if (!block_list(sc, inner))
			return false;
	} else {
		sc->depth++;
		if (records || key_at(sc->at, sc->stop) == 0 ||
		    !block_map(sc, inner))
			return false;
	}
	sc->depth--;
	return true;
}

static bool
block_map(struct scan *sc, size_t indent)
{
	struct key keys[KEYS_MAX];
	size_t path = sc->f->path.len, len;
	bool records, is_id, scalar, ok;
	const char *s, *from;

	for (size_t n = 0; sc->has && sc->indent == indent; n++) {
		len = key_at(sc->at, sc->stop);
		if (len == 0 || !is_new(keys, n, sc->at, len))
			return false;
		records = sc->slices != NULL && path == 0 && len == 7 &&
		    memcmp(sc->at, "records", 7) == 0;
		is_id = path == 0 && len == 2 && memcmp(sc->at, "id", 2) == 0;
		from = sc->start;
		if (!records)
			step_into(sc->f, sc->at, len);
		s = blanks(sc->at + len + 1, sc->stop);
		if (s == sc->stop || *s == '#') {
			next_line(sc);
			ok = !is_id && below(sc, indent, records, from);
		} else if (*s == '|' && s + 1 == sc->stop) {
			ok = !is_id && !records && literal(sc, indent);
		} else {
			ok = !records && value(sc, s, &scalar) &&
			    (scalar || !is_id);
			next_line(sc);
		}
		sc->f->path.len = path;
		sc->f->path.s[path] = '\0';
		if (!ok || (sc->has && sc->indent > indent))
			return false;
	}
	return true;
}

static void
begin(struct scan *sc, struct fields *f, const char *s, size_t len)
{
	memset(sc, 0, sizeof(*sc));
	sc->f = f;
	sc->next = s;
	sc->end = s + len;
	f->len = 0;
	buf_clear(&f->path);
	buf_adds(&f->path, "");
	next_line(sc);
}

bool
scan_front(struct fields *f, struct slices *slices, const char *s, size_t len)
{
	struct scan sc;

	begin(&sc, f, s, len);
	slices->len = 0;
	slices->given = false;
	sc.slices = slices;
	/* An empty front matter is the parser's to judge. */
	return sc.has && sc.indent == 0 && block_map(&sc, 0) && !sc.has;
}

bool
scan_slice(struct fields *f, const struct slice *p)
{
	struct scan sc;

	begin(&sc, f, p->s, p->len);
	sc.indent = p->col;
	return sc.has && block_map(&sc, p->col) && !sc.has;
}
