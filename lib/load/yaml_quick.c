#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "load/yaml.h"
#include "load/yaml_fault.h"
#include "load/yaml_quick.h"

#define DEPTH_MAX	30	/* a little less than what is allowed */
#define NODES_MAX	90000
#define KEY_MAX_BYTES	1000
#define SEEN_FIRST	64

/* A block mapping or list that is still open. */
struct level {
	struct yaml	*node, *last;
	size_t		 indent;
	bool		 same;		/* dashes stand under the key itself */
	const char	*key;		/* read, its value is awaited */
	struct pos	 key_at;
};

/* The keys so far, each with its mapping. */
struct seen {
	const struct yaml	*map;
	const char		*key;
};

struct quick {
	struct arena	*arena;
	const char	*path;
	const char	*p, *end;
	const char	*start;		/* of the line */
	const char	*mark;		/* a place in the line, its column */
	unsigned	 col, line;
	struct level	 stack[DEPTH_MAX];
	size_t		 depth, nodes;
	struct seen	*seen;		/* a table of a power of two */
	size_t		 seen_len, seen_size;
	bool		 widened;	/* it is of the heap */
};

/* True when the eight bytes at s are ASCII without controls. */
static bool
is_plain_word(const unsigned char *s)
{
	const uint64_t top = 0x8080808080808080u;
	uint64_t w;

	memcpy(&w, s, sizeof(w));
	return ((w | (w - 0x2020202020202020u) | (w + 0x0101010101010101u)) &
	    top) == 0;
}

/*
 * Bytes that no reader stumbles over: no controls, nothing hidden, valid
 * UTF-8.  The rest of this file need not look at characters again.
 */
static bool
is_clean(const char *text, size_t len)
{
	const unsigned char *s = (const unsigned char *)text, *end = s + len;
	uint32_t c;
	size_t n;

	while (s < end) {
		if (end - s >= 8 && is_plain_word(s)) {
			s += 8;
			continue;
		}
		if (*s < 0x80) {
			if ((*s < 0x20 && *s != '\n') || *s == 0x7f)
				return false;
			s++;
			continue;
		}
		/* The ideographs, which are most of a Japanese text. */
		if (*s >= 0xe4 && *s <= 0xe9 && end - s > 2 &&
		    (s[1] & 0xc0) == 0x80 && (s[2] & 0xc0) == 0x80) {
			s += 3;
			continue;
		}
		n = utf8_get((const char *)s, (size_t)(end - s), &c);
		if (c == UTF8_BAD || c < 0xa0 || utf8_hidden(c) ||
		    (c & 0xfffe) == 0xfffe)
			return false;
		s += n;
	}
	return true;
}

/* True when all of it is ASCII or what an input method makes of ASCII. */
static bool
may_be_wide(const char *s, const char *end)
{
	bool wide = false;
	uint32_t c;

	for (size_t n; s < end; s += n) {
		n = utf8_get(s, (size_t)(end - s), &c);
		if (c < 0x80)
			continue;
		if (!((c >= 0xff01 && c <= 0xff5e) || c == 0x3000 ||
		    c == 0x2212 || (c >= 0x2010 && c <= 0x2015) ||
		    c == 0x30fc))
			return false;
		wide = true;
	}
	return wide;
}

/* Places are asked for from left to right. */
static unsigned
column(struct quick *q, const char *at)
{
	for (; q->mark < at; q->mark++)
		q->col += ((unsigned char)*q->mark & 0xc0) != 0x80;
	return q->col;
}

static void
begin_line(struct quick *q)
{
	q->start = q->mark = q->p;
	q->col = 1;
}

static bool
at_line_end(const struct quick *q, const char *p)
{
	return p == q->end || *p == '\n';
}

static const char *
line_end(const struct quick *q, const char *p)
{
	const char *nl = memchr(p, '\n', (size_t)(q->end - p));

	return nl == NULL ? q->end : nl;
}

static void
skip_spaces(struct quick *q)
{
	while (q->p < q->end && *q->p == ' ')
		q->p++;
}

static struct yaml *
node(struct quick *q, enum yaml_type type)
{
	struct yaml *y = arena_alloc(q->arena, sizeof(*y));

	y->type = type;
	y->at = (struct pos){ q->path, q->line, column(q, q->p), 0 };
	q->nodes++;
	return y;
}

static void
append(struct yaml *parent, struct yaml **last, struct yaml *y)
{
	if (*last == NULL)
		parent->first = y;
	else
		(*last)->next = y;
	*last = y;
	parent->len++;
}

static void
attach(struct level *l, struct yaml *y)
{
	if (l->key != NULL) {
		y->key = l->key;
		y->key_at = l->key_at;
		l->key = NULL;
	}
	append(l->node, &l->last, y);
}

/* What is not there has no place: it stands at its key. */
static void
attach_nothing(struct quick *q, struct level *l)
{
	struct yaml *y = arena_alloc(q->arena, sizeof(*y));

	y->type = YAML_SCALAR;
	y->plain = true;
	y->s = "";
	y->at = l->key_at;
	q->nodes++;
	attach(l, y);
}

static bool
open_level(struct quick *q, enum yaml_type type, size_t indent, bool same)
{
	struct yaml *y = node(q, type);
	struct level *l;

	if (q->depth == DEPTH_MAX)
		return false;
	if (q->depth > 0)
		attach(&q->stack[q->depth - 1], y);
	l = &q->stack[q->depth++];
	memset(l, 0, sizeof(*l));
	l->node = y;
	l->indent = indent;
	l->same = same;
	return true;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool
same_key(const char *a, const char *b)
{
	while (*a != '\0' && lower(*a) == lower(*b))
		a++, b++;
	return lower(*a) == lower(*b);
}

static struct seen *
seen_find(const struct quick *q, const struct yaml *map, const char *key)
{
	uint32_t h = (uint32_t)((uintptr_t)map >> 4) * 2654435761u;
	size_t i;

	for (const char *s = key; *s != '\0'; s++)
		h = (h ^ (unsigned char)lower(*s)) * 16777619u;
	for (i = (h ^ h >> 15) & (q->seen_size - 1); q->seen[i].key != NULL;
	    i = (i + 1) & (q->seen_size - 1))
		if (q->seen[i].map == map && same_key(q->seen[i].key, key))
			break;
	return &q->seen[i];
}

/* False when the mapping has the key already, in any case of letters. */
static bool
new_key(struct quick *q, const struct yaml *map, const char *key)
{
	struct seen *old = q->seen, *slot;
	size_t size = q->seen_size;

	if (q->seen_len * 2 >= size) {
		q->seen_size = size * 2;
		q->seen = calloc(q->seen_size, sizeof(*q->seen));
		if (q->seen == NULL)
			arena_exhausted();
		for (size_t i = 0; i < size; i++)
			if (old[i].key != NULL)
				*seen_find(q, old[i].map, old[i].key) =
				    old[i];
		if (q->widened)
			free(old);
		q->widened = true;
	}
	slot = seen_find(q, map, key);
	if (slot->key != NULL)
		return false;
	slot->map = map;
	slot->key = key;
	q->seen_len++;
	return true;
}

static bool
is_key_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

/*
 * The length of a key at p, its quotes included, with a colon and space
 * behind it; 0: none.
 */
static size_t
key_length(const struct quick *q, const char *p)
{
	const char *s = p;
	bool quoted = *p == '"';

	s += quoted;
	if (s < q->end && (*s == '-' || *s == '.'))
		return 0;
	while (s < q->end && is_key_byte(*s))
		s++;
	if (s == p + quoted || s - p > KEY_MAX_BYTES ||
	    (quoted && (s == q->end || *s++ != '"')) ||
	    s == q->end || *s != ':' ||
	    !(at_line_end(q, s + 1) || s[1] == ' '))
		return 0;
	return (size_t)(s - p);
}

/* Read a key that is n bytes long; NULL when the mapping has it already. */
static const char *
take_key(struct quick *q, const struct yaml *map, size_t n, struct pos *at)
{
	bool quoted = *q->p == '"';
	const char *key = arena_dup(q->arena, q->p + quoted,
	    n - (quoted ? 2 : 0));
	unsigned col = column(q, q->p);

	*at = (struct pos){ q->path, q->line, col, col + (unsigned)n };
	q->nodes++;
	q->p += n + 1;
	return new_key(q, map, key) ? key : NULL;
}

/* A scalar of one line that reaches from q->p to end. */
static struct yaml *
scalar(struct quick *q, const char *s, size_t len, const char *end)
{
	struct yaml *y = node(q, YAML_SCALAR);

	y->at.end = column(q, end);
	if (y->at.end - y->at.col < (size_t)(end - q->p) &&
	    may_be_wide(s, s + len))
		return NULL;
	y->s = arena_dup(q->arena, s, len);
	q->p = end;
	return y;
}

static struct yaml *
single_quoted(struct quick *q)
{
	const char *from = q->p + 1, *p;
	char *to;
	struct yaml *y;
	bool pairs = false;

	for (p = from;; p++) {
		if (at_line_end(q, p))
			return NULL;
		if (*p != '\'')
			continue;
		if (p + 1 == q->end || p[1] != '\'')
			break;
		pairs = true;
		p++;
	}
	y = scalar(q, from, (size_t)(p - from), p + 1);
	if (y == NULL || !pairs)
		return y;
	y->s = to = arena_str(q->arena, y->s);
	for (const char *s = to; *s != '\0'; s++) {
		s += *s == '\'';
		*to++ = *s;
	}
	*to = '\0';
	return y;
}

static struct yaml *
double_quoted(struct quick *q)
{
	const char *from = q->p + 1, *p;
	char *to;
	struct yaml *y;
	bool pairs = false;

	for (p = from; at_line_end(q, p) || *p != '"'; p++) {
		if (at_line_end(q, p))
			return NULL;
		if (*p != '\\')
			continue;
		p++;
		if (p == q->end || (*p != '"' && *p != '\\'))
			return NULL;
		pairs = true;
	}
	y = scalar(q, from, (size_t)(p - from), p + 1);
	if (y == NULL || !pairs)
		return y;
	y->s = to = arena_str(q->arena, y->s);
	for (const char *s = to; *s != '\0'; s++) {
		s += *s == '\\';
		*to++ = *s;
	}
	*to = '\0';
	return y;
}

/* What may begin a scalar without quotes, wherever it stands. */
static bool
may_begin(const char *p, const char *end)
{
	if (*p == '-')
		return p + 1 < end && (((unsigned char)p[1] | 0x20) >= 'a' ||
		    (p[1] >= '0' && p[1] <= '9'));
	return (unsigned char)*p >= 0x80 ||
	    strchr(",[]{}#&*!|>'\"%@`?: \n", *p) == NULL;
}

static struct yaml *
plain(struct quick *q, bool flow)
{
	const char *p = q->p, *last = p;
	struct yaml *y;

	if (!may_begin(p, q->end))
		return NULL;
	for (; !at_line_end(q, p); p++) {
		if (*p == ' ')
			continue;
		if (*p == '#' && p[-1] == ' ') {
			if (flow)
				return NULL;
			break;
		}
		if (*p == ':' && (at_line_end(q, p + 1) || p[1] == ' ' ||
		    (flow && strchr(",?[]{}", p[1]) != NULL)))
			return NULL;
		if (flow && (*p == ',' || *p == ']' || *p == '}'))
			break;
		if (flow && (*p == '[' || *p == '{' || *p == '?'))
			return NULL;
		last = p + 1;
	}
	if ((y = scalar(q, q->p, (size_t)(last - q->p), last)) != NULL)
		y->plain = true;
	return y;
}

/* ---- [..] and {..} ---- */

/* To the next token; a line may end between two. */
static bool
skip_flow(struct quick *q)
{
	for (;;) {
		skip_spaces(q);
		if (q->p == q->end || *q->p == '#')
			return false;
		if (*q->p != '\n')
			return q->p > q->start;
		q->p++;
		q->line++;
		begin_line(q);
	}
}

static struct yaml *flow(struct quick *, size_t depth);

static struct yaml *
flow_value(struct quick *q, size_t depth)
{
	switch (*q->p) {
	case '[':
	case '{':
		return flow(q, depth);
	case '\'':
		return single_quoted(q);
	case '"':
		return double_quoted(q);
	default:
		return plain(q, true);
	}
}

/* A member of a flow mapping or list. */
static struct yaml *
flow_member(struct quick *q, const struct yaml *parent, size_t depth)
{
	const char *key = NULL;
	struct yaml *y;
	struct pos at = { NULL, 0, 0, 0 };
	size_t n;

	if (parent->type == YAML_MAP) {
		if ((n = key_length(q, q->p)) == 0 ||
		    (key = take_key(q, parent, n, &at)) == NULL)
			return NULL;
		skip_spaces(q);
		if (at_line_end(q, q->p))
			return NULL;
	}
	if ((y = flow_value(q, depth)) != NULL) {
		y->key = key;
		y->key_at = at;
	}
	return y;
}

static struct yaml *
flow(struct quick *q, size_t depth)
{
	struct yaml *y, *m, *last = NULL;
	char close = *q->p == '[' ? ']' : '}';

	if (depth >= DEPTH_MAX)
		return NULL;
	y = node(q, close == ']' ? YAML_LIST : YAML_MAP);
	do {
		q->p++;
		if (!skip_flow(q))
			return NULL;
		if (*q->p == close && last == NULL)
			break;
		if (q->nodes > NODES_MAX ||
		    (m = flow_member(q, y, depth + 1)) == NULL)
			return NULL;
		append(y, &last, m);
		if (!skip_flow(q))
			return NULL;
	} while (*q->p == ',');
	if (*q->p != close)
		return NULL;
	q->p++;
	if (q->line == y->at.line)
		y->at.end = column(q, q->p);
	return y;
}

/* ---- | and > ---- */

bool
yaml_joined(const char *before, size_t len, const char *after, size_t n)
{
	size_t i = len;
	uint32_t a, b;

	if (len == 0 || n == 0)
		return false;
	while (--i > 0 && ((unsigned char)before[i] & 0xc0) == 0x80)
		;
	utf8_get(before + i, len - i, &a);
	utf8_get(after, n, &b);
	return utf8_joined(a, b);
}

/* A line of a block; what it adds to the text. */
static void
block_line(struct buf *b, bool folded, size_t blanks, const char *s, size_t n)
{
	if (b->len > 0 && folded && blanks == 0 &&
	    !yaml_joined(b->s, b->len, s, n))
		buf_addc(b, ' ');
	else if (b->len > 0 && !folded)
		buf_addc(b, '\n');
	while (blanks-- > 0)
		buf_addc(b, '\n');
	buf_add(b, s, n);
}

/* The lines of a block; false when they are not of the plain sort. */
static bool
block_lines(struct quick *q, struct buf *b, size_t least, bool folded)
{
	size_t indent = 0, blanks = 0, n;
	const char *end;

	for (; q->p < q->end; q->p = end + (end < q->end)) {
		begin_line(q);
		end = line_end(q, q->p);
		skip_spaces(q);
		n = (size_t)(q->p - q->start);
		if (q->p == end) {
			if (indent == 0 || n > indent)
				return false;
			blanks++;
			q->line++;
			continue;
		}
		if (indent == 0)
			indent = n;
		if (n < least)
			break;
		if (n < indent || (folded && (n > indent || end[-1] == ' ')))
			return false;
		block_line(b, folded, blanks, q->start + indent,
		    (size_t)(end - q->start) - indent);
		blanks = 0;
		q->line++;
	}
	if (q->p < q->end)
		q->p = q->start;
	return b->len > 0;
}

static struct yaml *
block(struct quick *q, size_t indent)
{
	struct yaml *y = node(q, YAML_SCALAR);
	bool folded = *q->p == '>', strip, ok;
	struct buf b = BUF_INIT;

	q->p++;
	strip = q->p < q->end && *q->p == '-';
	q->p += strip;
	skip_spaces(q);
	if (q->p == q->end || *q->p != '\n')
		return NULL;
	q->p++;
	q->line++;
	ok = block_lines(q, &b, indent + 1, folded);
	/* A last line that the text itself does not end stays as it is. */
	ok = ok && q->end[-1] == '\n' && !may_be_wide(b.s, b.s + b.len);
	if (ok && !strip)
		buf_addc(&b, '\n');
	if (ok)
		y->s = arena_dup(q->arena, b.s, b.len);
	buf_done(&b);
	return ok ? y : NULL;
}

/* ---- lines ---- */

static void
next_line(struct quick *q)
{
	q->p = line_end(q, q->p);
	if (q->p < q->end) {
		q->p++;
		q->line++;
	}
	begin_line(q);
}

/* Behind a value there is nothing more but a comment. */
static bool
finish_line(struct quick *q)
{
	const char *p = q->p;

	skip_spaces(q);
	if (!at_line_end(q, q->p) && (*q->p != '#' || q->p == p))
		return false;
	next_line(q);
	return true;
}

static bool
value(struct quick *q)
{
	struct level *l = &q->stack[q->depth - 1];
	bool lines = *q->p == '|' || *q->p == '>';
	struct yaml *y;

	switch (*q->p) {
	case '|':
	case '>':
		y = block(q, l->indent);
		break;
	case '[':
	case '{':
		y = flow(q, q->depth);
		break;
	case '\'':
		y = single_quoted(q);
		break;
	case '"':
		y = double_quoted(q);
		break;
	default:
		y = plain(q, false);
		break;
	}
	if (y == NULL)
		return false;
	attach(l, y);
	if (lines)
		begin_line(q);
	return lines || finish_line(q);
}

static bool
entry(struct quick *q)
{
	struct level *l = &q->stack[q->depth - 1];
	size_t n = key_length(q, q->p);

	if (n == 0 || (l->key = take_key(q, l->node, n, &l->key_at)) == NULL)
		return false;
	skip_spaces(q);
	if (!at_line_end(q, q->p) && *q->p != '#')
		return value(q);
	next_line(q);
	return true;
}

static bool
is_dash(const struct quick *q)
{
	return *q->p == '-' && (at_line_end(q, q->p + 1) || q->p[1] == ' ');
}

static bool
item(struct quick *q)
{
	q->p++;
	skip_spaces(q);
	if (at_line_end(q, q->p) || is_dash(q))
		return false;
	if (key_length(q, q->p) == 0)
		return value(q);
	return open_level(q, YAML_MAP, (size_t)(q->p - q->start), false) &&
	    entry(q);
}

/* A line that begins at q->p: where it belongs, and what it says. */
static bool
take_line(struct quick *q)
{
	size_t indent = (size_t)(q->p - q->start);
	bool dash = is_dash(q);
	struct level *l = q->depth > 0 ? &q->stack[q->depth - 1] : NULL;

	if (l == NULL || (l->key != NULL && (indent > l->indent ||
	    (dash && indent == l->indent)))) {
		if (!open_level(q, dash ? YAML_LIST : YAML_MAP, indent,
		    l != NULL && indent == l->indent))
			return false;
	} else if (l->key != NULL)
		attach_nothing(q, l);
	while (q->depth > 0 && q->stack[q->depth - 1].indent > indent)
		q->depth--;
	if (q->depth > 0 && !dash && q->stack[q->depth - 1].same)
		q->depth--;
	l = q->depth > 0 ? &q->stack[q->depth - 1] : NULL;
	if (l == NULL || l->indent != indent || q->nodes > NODES_MAX ||
	    dash != (l->node->type == YAML_LIST))
		return false;
	return dash ? item(q) : entry(q);
}

static bool
take_lines(struct quick *q)
{
	begin_line(q);
	while (q->p < q->end) {
		skip_spaces(q);
		if (at_line_end(q, q->p) || *q->p == '#')
			next_line(q);
		else if (!take_line(q))
			return false;
	}
	if (q->depth > 0 && q->stack[q->depth - 1].key != NULL)
		attach_nothing(q, &q->stack[q->depth - 1]);
	return true;
}

bool
yaml_quick(struct arena *a, const struct yaml_text *t, struct yaml **root)
{
	struct seen first[SEEN_FIRST] = { { NULL, NULL } };
	struct quick q = { .arena = a, .path = t->path, .p = t->s,
	    .end = t->s + t->len, .line = t->line, .seen = first,
	    .seen_size = SEEN_FIRST };
	bool ok = is_clean(t->s, t->len) && take_lines(&q);

	if (q.widened)
		free(q.seen);
	*root = q.stack[0].node;
	return ok && *root != NULL;
}
