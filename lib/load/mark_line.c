#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/eight.h"
#include "base/map.h"
#include "load/mark_walk.h"

/*
 * Lines of the text and of the view, and the way back from a place that
 * cmark names to a place in the file.
 */

#define BLOCK	((size_t)64)

bool
mark_is_blank(int c)
{
	return c == ' ' || c == '\t';
}

/* Characters in the first n bytes of the text. */
static uint32_t
chars(const struct mark *m, size_t n)
{
	uint32_t count = m->counts[n / BLOCK];

	for (size_t i = n - n % BLOCK; i < n; i++)
		count += ((unsigned char)m->text[i] & 0xc0) != 0x80;
	return count;
}

static void
count_chars(struct mark *m)
{
	uint32_t *counts = arena_alloc(m->scratch,
	    (m->len / BLOCK + 1) * sizeof(*counts)), count = 0;

	for (size_t i = 0; i + BLOCK <= m->len; i += BLOCK) {
		counts[i / BLOCK] = count;
		for (size_t n = 0; n < BLOCK; n += 8)
			count += eight_chars(eight_at(m->text + i + n));
	}
	counts[m->len / BLOCK] = count;
	m->counts = counts;
}

/*
 * A copy in which a line ends with LF alone and no control is left that could
 * be taken for one of ours; the byte gate lets none of them through.
 */
static size_t
clean(char *to, const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (len - i >= 8 && !eight_below(eight_at(s + i), ' ')) {
			memcpy(to + n, s + i, 8);
			n += 8;
			i += 7;
			continue;
		}
		if (c == '\r') {
			if (i + 1 < len && s[i + 1] == '\n')
				continue;
			c = ' ';
		} else if (c < 9 || c == BYTE_TABLE || c == BYTE_PLAIN)
			c = '?';
		to[n++] = (char)c;
	}
	to[n] = '\0';
	return n;
}

/* What a line may begin: then looking closer is worth the time. */
static void
hint(struct mark *m, const char *s, size_t len, bool bullets[3])
{
	static const char marks[] = "+*-";
	bool dash = false, pipe = false, other = false;
	const char *p = s, *end = s + len, *at;

	for (; p < end && (mark_is_blank(*p) || *p == '>'); p++)
		;
	if (end - p > 1 && mark_is_blank(p[1]) &&
	    (at = strchr(marks, *p)) != NULL)
		bullets[at - marks] = true;
	if (m->maybe_table)
		return;
	for (p = s; p < end && !other; p++) {
		dash = dash || *p == '-';
		pipe = pipe || *p == '|' || *p == ':';
		other = strchr("|:->+*.) \t\v\f0123456789", *p) == NULL;
	}
	m->maybe_table = dash && pipe && !other;
}

void
mark_prepare(struct mark *m, const char *text, size_t len)
{
	char *copy = arena_alloc(m->scratch, len + 1), *p, *eol;
	bool bullets[3] = { false, false, false };
	size_t *starts = NULL, n = 0;

	m->len = len = clean(copy, text, len);
	m->text = copy;
	count_chars(m);
	for (p = copy; p < copy + len; p = eol + 1) {
		if ((eol = memchr(p, '\n', (size_t)(copy + len - p))) == NULL)
			eol = copy + len;
		starts = arena_grow(m->scratch, starts, n, sizeof(*starts));
		starts[n] = (size_t)(p - copy);
		m->lines = arena_grow(m->scratch, m->lines, n,
		    sizeof(*m->lines));
		m->lines[n].s = p;
		m->lines[n].len = (size_t)(eol - p);
		m->lines[n].at = n;
		hint(m, p, (size_t)(eol - p), bullets);
		n++;
	}
	starts = arena_grow(m->scratch, starts, n, sizeof(*starts));
	starts[n] = len;
	if (n == 0)
		m->lines = arena_alloc(m->scratch, sizeof(*m->lines));
	m->starts = starts;
	m->start_len = m->line_len = n;
	m->bullet = !bullets[0] ? '+' : !bullets[1] ? '*' : '-';
	m->maybe_ref = strstr(copy, "]:") != NULL;
	m->labels = map_new(m->scratch);
	mark_shield(m, copy, len);
}

unsigned
mark_indent(const struct mark_spot *sp)
{
	unsigned col = sp->col + sp->tab;

	for (const char *s = sp->s; s < sp->end && mark_is_blank(*s); s++)
		col += *s == '\t' ? 4 - col % 4 : 1;
	return col - sp->col;
}

void
mark_eat(struct mark_spot *sp, unsigned columns)
{
	unsigned n;

	while (columns > 0) {
		if (sp->tab > 0) {
			n = sp->tab < columns ? sp->tab : columns;
			sp->tab -= n;
		} else if (sp->s < sp->end && *sp->s == ' ') {
			sp->s++;
			n = 1;
		} else if (sp->s < sp->end && *sp->s == '\t') {
			sp->s++;
			sp->tab = 4 - sp->col % 4;
			continue;
		} else
			return;
		sp->col += n;
		columns -= n;
	}
}

static bool
only_blanks(const struct mark_spot *sp)
{
	const char *s = sp->s;

	while (s < sp->end && mark_is_blank(*s))
		s++;
	return s == sp->end;
}

/* Past an item's mark; the columns that its text stands behind. */
static unsigned
eat_marker(struct mark_spot *sp)
{
	unsigned indent = mark_indent(sp), n = 0, blanks;

	mark_eat(sp, indent);
	while (sp->s + n < sp->end && sp->s[n] >= '0' && sp->s[n] <= '9')
		n++;
	if (sp->s + n < sp->end)
		n++;
	sp->s += n;
	sp->col += n;
	blanks = mark_indent(sp);
	if (blanks < 1 || blanks >= 5 || only_blanks(sp))
		blanks = 1;
	mark_eat(sp, blanks);
	return indent + n + blanks;
}

static bool
eat_quote(struct mark_spot *sp)
{
	struct mark_spot in = *sp;
	unsigned indent = mark_indent(sp);

	mark_eat(&in, indent);
	if (indent > 3 || in.s == in.end || *in.s != '>')
		return false;
	in.s++;
	in.col++;
	if (mark_indent(&in) > 0)
		mark_eat(&in, 1);
	*sp = in;
	return true;
}

struct mark_spot
mark_spot(const struct mark *m, size_t line)
{
	const struct mark_line *l = &m->lines[line];
	struct mark_spot sp = { l->s, l->s + l->len, 0, 0, false };
	size_t depth = m->depth < MARK_BOXES ? m->depth : MARK_BOXES;

	for (size_t i = 0; i < depth && !sp.lazy; i++) {
		const struct mark_box *b = &m->boxes[i];

		if (b->quote)
			sp.lazy = !eat_quote(&sp);
		else if (b->line == line)
			(void)eat_marker(&sp);
		else if (mark_indent(&sp) >= b->width)
			mark_eat(&sp, b->width);
		else
			sp.lazy = !only_blanks(&sp);
	}
	return sp;
}

size_t
mark_line_of(const struct mark *m, int line)
{
	line -= m->base + 1;
	return line < 0 || (size_t)line > m->line_len ? m->line_len :
	    (size_t)line;
}

/* What underlines a heading stands on this line. */
static bool
is_underline(const struct mark *m, size_t line)
{
	struct mark_spot sp = mark_spot(m, line);
	const char *s;

	mark_eat(&sp, mark_indent(&sp));
	s = sp.s;
	if (s == sp.end || (*s != '=' && *s != '-'))
		return false;
	while (sp.s < sp.end && *sp.s == *s)
		sp.s++;
	return only_blanks(&sp);
}

size_t
mark_last_line(const struct mark *m, cmark_node *n)
{
	int first = cmark_node_get_start_line(n);
	int last = cmark_node_get_end_line(n);
	size_t line = mark_line_of(m, last);

	/*
	 * cmark ends an underlined heading with the line behind it, but for
	 * one at the end of the text.
	 */
	if (cmark_node_get_type(n) == CMARK_NODE_HEADING &&
	    last > first + 1 && line > 0 && line <= m->line_len &&
	    is_underline(m, line - 1))
		line--;
	return line;
}

void
mark_enter(struct mark *m, cmark_node *n)
{
	cmark_node_type type = cmark_node_get_type(n);
	struct mark_box box = { type == CMARK_NODE_BLOCK_QUOTE, 0, 0 };
	struct mark_spot sp;

	if (type != CMARK_NODE_BLOCK_QUOTE && type != CMARK_NODE_ITEM)
		return;
	box.line = mark_line_of(m, cmark_node_get_start_line(n));
	if (m->depth < MARK_BOXES) {
		if (!box.quote && box.line < m->line_len) {
			sp = mark_spot(m, box.line);
			box.width = eat_marker(&sp);
		}
		m->boxes[m->depth] = box;
	}
	m->depth++;
}

void
mark_leave(struct mark *m)
{
	m->depth--;
}

struct pos
mark_place(const struct mark *m, size_t line, size_t byte)
{
	struct pos at = { m->path, 0, 0, 0 };
	size_t start, end;

	if (line >= m->start_len)
		return at;
	start = m->starts[line];
	end = m->starts[line + 1];
	byte = byte > end - start ? end : start + byte;
	at.line = m->first + (unsigned)line;
	at.col = chars(m, byte) - chars(m, start) + 1;
	return at;
}

/* A byte of a line of the view. */
static struct pos
view_place(const struct mark *m, size_t line, long byte)
{
	struct pos none = { m->path, 0, 0, 0 };

	if (line >= m->line_len)
		return none;
	byte += m->lines[line].shift;
	return mark_place(m, m->lines[line].at, byte < 0 ? 0 : (size_t)byte);
}

struct pos
mark_block_pos(const struct mark *m, cmark_node *n)
{
	int line = cmark_node_get_start_line(n);
	struct pos at = view_place(m, mark_line_of(m, line),
	    cmark_node_get_start_column(n) - 1);

	if (at.line > 0 && cmark_node_get_end_line(n) == line)
		at.end = view_place(m, mark_line_of(m, line),
		    cmark_node_get_end_column(n)).col;
	/* An empty heading ends in column 0. */
	if (at.end < at.col)
		at.end = 0;
	return at;
}

static struct pos
cell_place(const struct mark *m, const struct mark_cell *c, int col)
{
	size_t byte = col < 3 ? 0 : (size_t)col - 3, i;

	for (i = 0; i < c->cut_len && c->cuts[i] <= byte + i; i++)
		;
	return mark_place(m, c->line, c->byte + byte + i);
}

/*
 * The view's line and byte of a place in a paragraph or heading.  cmark counts
 * as if every line began where the first does; lines of a list or without
 * their quote mark do not.
 */
static size_t
find_place(struct mark *m, int line, int col, long *byte)
{
	struct mark_frame *f = &m->frame;
	struct mark_spot sp;
	size_t at = line < 1 ? m->line_len : mark_line_of(m, line) + f->skip;

	if (at >= m->line_len)
		return m->line_len;
	if (line == f->line && f->skip == 0) {
		*byte = col - 1;
		return at;
	}
	if (f->known != at + 1) {
		sp = mark_spot(m, at);
		/* cmark keeps the blanks of a line without its marks. */
		if (!sp.lazy)
			mark_eat(&sp, mark_indent(&sp));
		f->known = at + 1;
		f->start = (size_t)(sp.s - m->lines[at].s);
	}
	*byte = (long)f->start + col - f->col;
	return at;
}

struct pos
mark_inline_pos(struct mark *m, int line, int col)
{
	struct pos none = { m->path, 0, 0, 0 };
	size_t at;
	long byte;

	if (m->frame.cell != NULL)
		return line < 1 ? none : cell_place(m, m->frame.cell, col);
	at = find_place(m, line, col, &byte);
	return at < m->line_len ? view_place(m, at, byte) : none;
}

const char *
mark_source(struct mark *m, int line, int col, const char **end)
{
	const struct mark_cell *c = m->frame.cell;
	const struct mark_line *l;
	size_t at;
	long byte;

	if (c != NULL) {
		byte = col - 3;
		*end = c->text + strlen(c->text);
		return byte < 0 || byte > *end - c->text ? *end :
		    c->text + byte;
	}
	if ((at = find_place(m, line, col, &byte)) >= m->line_len)
		return *end = "";
	l = &m->lines[at];
	*end = l->s + l->len;
	return byte < 0 || (size_t)byte > l->len ? *end : l->s + byte;
}
