#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/eight.h"
#include "base/map.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "load/mark_walk.h"
#include "tree/node.h"

/*
 * Neighbouring texts of cmark's as one: what GitHub finds in it (tildes,
 * footnotes, bare addresses), and [[ID]], which is ours.
 */

void
mark_text_begin(struct mark *m)
{
	buf_clear(&m->run);
	m->seg_len = m->seg_at = 0;
}

static void
add_seg(struct mark *m, int line, int col)
{
	struct mark_seg *seg;

	if (m->seg_len == m->seg_room) {
		m->seg_room = m->seg_room == 0 ? 64 : 2 * m->seg_room;
		seg = arena_alloc(m->scratch, m->seg_room * sizeof(*seg));
		if (m->seg_len > 0)
			memcpy(seg, m->segs, m->seg_len * sizeof(*seg));
		m->segs = seg;
	}
	seg = &m->segs[m->seg_len++];
	seg->at = m->run.len;
	seg->line = line;
	seg->col = col;
}

/* Length of the entity at s that gives the text; 0 when it is none. */
static size_t
entity(const char *s, const char *end, const char *text)
{
	static const char *const amp[] = { "&amp;", "&AMP;", "&#38;",
	    "&#x26;", "&#X26;" };
	size_t n = 1;

	while (s + n < end && n < 33 && (isalnum((unsigned char)s[n]) ||
	    (n == 1 && s[n] == '#')))
		n++;
	if (n < 2 || s + n == end || s[n] != ';')
		return 0;
	n++;
	if (*text != '&')
		return n;
	/* An "&" comes of an entity or stands for itself. */
	for (size_t i = 0; i < sizeof(amp) / sizeof(*amp); i++)
		if (strlen(amp[i]) == n && memcmp(s, amp[i], n) == 0)
			return n;
	return 0;
}

/* How far text and source say the same, without escape or entity. */
static size_t
same(const char *text, size_t len, const char *src, const char *end)
{
	size_t n = 0;
	uint64_t x;

	if (len > (size_t)(end - src))
		len = (size_t)(end - src);
	for (; len - n >= 8; n += 8) {
		x = eight_at(src + n);
		if (x != eight_at(text + n) || eight_has(x, '\\') ||
		    eight_has(x, '&'))
			break;
	}
	while (n < len && src[n] == text[n] && src[n] != '\\' &&
	    src[n] != '&')
		n++;
	return n;
}

/*
 * cmark tells where a text begins, not what was an escape or an entity in
 * it; its source does.  Both are followed side by side.
 */
void
mark_text_add(struct mark *m, cmark_node *n)
{
	const char *text = cmark_node_get_literal(n), *end, *src;
	const char *stop = text + strlen(text);
	int line = cmark_node_get_start_line(n);
	int col = cmark_node_get_start_column(n);
	const char *from = src = mark_source(m, line, col, &end);
	size_t used;
	uint32_t c;

	add_seg(m, line, col);
	while (text < stop && src < end) {
		used = same(text, (size_t)(stop - text), src, end);
		if (used > 0) {
			buf_add(&m->run, text, used);
			text += used;
			src += used;
		} else if (*src == '\\' && src + 1 < end && src[1] == *text &&
		    ispunct((unsigned char)*text)) {
			buf_addc(&m->run, BYTE_PLAIN);
			buf_addc(&m->run, *text++);
			src += 2;
		} else if (*src == '&' &&
		    (used = entity(src, end, text)) > 0) {
			if (ispunct((unsigned char)*text))
				buf_addc(&m->run, BYTE_PLAIN);
			src += used;
			used = utf8_get(text, strlen(text) < 4 ?
			    strlen(text) : 4, &c);
			buf_add(&m->run, text, used);
			text += used;
			add_seg(m, line, col + (int)(src - from));
		} else if (*src == *text) {
			buf_addc(&m->run, *text++);
			src++;
		} else if (*src == '*' || *src == '_') {
			/* Used up by the emphasis before. */
			src++;
			add_seg(m, line, col + (int)(src - from));
		} else
			break;
	}
	buf_adds(&m->run, text);
}

/* Place of a byte of the run; quick when asked in rising order. */
static struct pos
place_of(struct mark *m, size_t at)
{
	const struct mark_seg *seg;

	while (m->seg_at > 0 && m->segs[m->seg_at].at > at)
		m->seg_at--;
	while (m->seg_at + 1 < m->seg_len && m->segs[m->seg_at + 1].at <= at)
		m->seg_at++;
	seg = &m->segs[m->seg_at];
	return mark_inline_pos(m, seg->line, seg->col + (int)(at - seg->at));
}

/* Of n > 0 bytes from at on. */
static struct pos
place(struct mark *m, size_t at, size_t n)
{
	struct pos p = place_of(m, at);
	size_t last = at + n - 1;

	while (last > at && ((unsigned char)m->run.s[last] & 0xc0) == 0x80)
		last--;
	if (p.line > 0)
		p.end = place_of(m, last).col + 1;
	if (p.end < p.col)
		p.end = 0;
	return p;
}

static void
plain(struct mark *m, struct node *parent, size_t from, size_t to)
{
	struct node *t;

	if (from >= to)
		return;
	t = node_text(m->arena, parent, mark_restore(m->arena,
	    m->run.s + from, to - from));
	t->at = place(m, from, to - from);
}

/* A bare address as a link, unless it may not be one. */
static void
bare_link(struct mark *m, struct node *parent, size_t from, size_t n,
    const char *scheme)
{
	const char *s = mark_restore(m->arena, m->run.s + from, n);
	struct pos at = place(m, from, n);
	const char *url = mark_address(m, arena_printf(m->arena, "%s%s",
	    scheme, s), at);
	struct node *l = parent;

	if (url != NULL) {
		l = node_child(m->arena, parent, NODE_LINK);
		l->at = at;
		l->url = url;
	}
	node_text(m->arena, l, s)->at = at;
}

static size_t
trim(const char **s, size_t n)
{
	while (n > 0 && mark_is_blank(**s)) {
		(*s)++;
		n--;
	}
	while (n > 0 && mark_is_blank((*s)[n - 1]))
		n--;
	return n;
}

/* "[[ID]]" or "[[ID|text]]" at the run's byte i: its length, else 0. */
static size_t
reference(struct mark *m, struct node *parent, size_t from, size_t i)
{
	const char *s = m->run.s + i, *shut, *bar, *id = s + 2, *label;
	struct node *l, *t;
	size_t len, n;

	if (s[1] != '[' || m->in_link)
		return 0;
	shut = s + 2 + strcspn(s + 2, "[]\017");
	if (shut[0] != ']' || shut[1] != ']')
		return 0;
	bar = memchr(s + 2, '|', (size_t)(shut - s - 2));
	len = trim(&id, (size_t)((bar != NULL ? bar : shut) - id));
	label = bar != NULL ? bar + 1 : id;
	n = bar != NULL ? trim(&label, (size_t)(shut - label)) : len;
	if (len == 0 || n == 0)
		return 0;
	plain(m, parent, from, i);
	l = node_child(m->arena, parent, NODE_LINK);
	l->at = place(m, i, (size_t)(shut - s) + 2);
	l->ref = mark_restore(m->arena, id, len);
	t = node_text(m->arena, l, mark_restore(m->arena, label, n));
	t->at = l->at;
	return (size_t)(shut - s) + 2;
}

/* "[^label]" as text: there is no such footnote, so say so. */
static size_t
unknown_note(struct mark *m, size_t i)
{
	const char *s = m->run.s + i;
	size_t n;

	if (s[1] != '^' || m->in_link || m->in_alt)
		return 0;
	n = strcspn(s + 2, "[] \t\017");
	if (n == 0 || s[2 + n] != ']')
		return 0;
	diag_add(m->diags, D_MARK_NOTE, place(m, i, n + 3), NULL, "name",
	    mark_restore(m->arena, s + 2, n), NULL);
	return n + 3;
}

static size_t
note(struct mark *m, struct node *parent, size_t from, size_t i)
{
	const char *s = m->run.s + i, *shut = strchr(s, BYTE_SHUT), *label;
	struct node *ref;
	struct pos at;
	size_t n;

	if (shut == NULL || s[1] != BYTE_CARET || m->in_link || m->in_alt)
		return 0;
	n = (size_t)(shut - s) + 1;
	label = mark_restore(m->arena, s + 2, n - 3);
	at = place(m, i, n);
	if (map_get(m->note_keys, mark_note_key(m, label)) == NULL) {
		diag_add(m->diags, D_MARK_NOTE, at, NULL, "name", label,
		    NULL);
		return 0;
	}
	plain(m, parent, from, i);
	ref = node_child(m->arena, parent, NODE_NOTE_REF);
	ref->at = at;
	ref->name = label;
	return n;
}

static bool
is_space(int c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
space(uint32_t c)
{
	return c < 128 ? is_space((int)c) : unicode_space(c);
}

static bool
punct(uint32_t c)
{
	return c < 128 ? ispunct(mark_char((int)c)) != 0 || c == BYTE_PLAIN :
	    unicode_punct(c);
}

static uint32_t
char_before(const struct mark *m, size_t i, int before)
{
	size_t from = i;
	uint32_t c;

	if (i == 0)
		return (uint32_t)before;
	do
		from--;
	while (from > 0 && ((unsigned char)m->run.s[from] & 0xc0) == 0x80);
	utf8_get(m->run.s + from, i - from, &c);
	return c;
}

/* A run of tildes: one or two may strike. */
static size_t
tildes(struct mark *m, struct node *parent, size_t from, size_t i,
    int before, int after)
{
	const char *s = m->run.s + i;
	size_t n = strspn(s, "~");
	uint32_t a, b;
	bool left, right;
	struct node *t;

	b = char_before(m, i, before);
	if (s[n] == '\0')
		a = (uint32_t)after;
	else
		utf8_get(s + n, m->run.len - i - n, &a);
	left = !space(a) && (!punct(a) || space(b) || punct(b));
	right = !space(b) && (!punct(b) || space(a) || punct(a));
	plain(m, parent, from, i + (n > 2 || !(left || right) ? n : 0));
	if (n <= 2 && (left || right)) {
		t = node_text(m->arena, parent, n == 1 ? "~" : "~~");
		t->at = place(m, i, n);
		t->span = (left ? MARK_OPENS : 0) | (right ? MARK_SHUTS : 0);
	}
	return n;
}

static bool
www_may_begin(const struct mark *m, size_t i, int before)
{
	int c = i == 0 ? before : mark_char(m->run.s[i - 1]);

	return is_space(c) || (c != '\0' && strchr("*_~(", c) != NULL);
}

/* A bare address around the run's byte i; up to where it goes, else 0. */
static size_t
bare(struct mark *m, struct node *parent, size_t from, size_t i, int before)
{
	const char *s = m->run.s, *scheme = "";
	size_t len = m->run.len, begin = i, n = 0;

	if (m->in_link || m->in_alt)
		return 0;
	switch (s[i]) {
	case ':':
		n = mark_bare_url(s, len, i, from, &begin);
		break;
	case 'w':
		scheme = "http://";
		if (i >= from && www_may_begin(m, i, before))
			n = mark_bare_www(s, len, i, &m->dead);
		break;
	default:
		n = mark_bare_mail(s, len, i, from, &begin);
		scheme = n > 7 && memcmp(s + begin, "mailto:", 7) == 0 ? "" :
		    "mailto:";
		break;
	}
	if (n == 0)
		return 0;
	plain(m, parent, from, begin);
	bare_link(m, parent, begin, n, scheme);
	return begin + n;
}

void
mark_text_end(struct mark *m, struct node *parent, int before, int after)
{
	size_t from = 0, i = 0, n, to;

	m->dead = 0;
	while (i < m->run.len) {
		i += strcspn(m->run.s + i, "[\001~:w@\017");
		if (i >= m->run.len)
			break;
		n = to = 0;
		switch (m->run.s[i]) {
		case BYTE_PLAIN:
			i += 2;
			continue;
		case '[':
			n = reference(m, parent, from, i);
			if (n > 0)
				break;
			n = unknown_note(m, i);
			i += n > 0 ? n : 1;
			continue;
		case BYTE_NOTE:
			n = note(m, parent, from, i);
			break;
		case '~':
			n = tildes(m, parent, from, i, before, after);
			break;
		default:
			to = bare(m, parent, from, i, before);
			n = to > 0 ? to - i : 0;
			break;
		}
		i += n > 0 ? n : 1;
		if (n > 0)
			from = i;
	}
	plain(m, parent, from, m->run.len);
}
