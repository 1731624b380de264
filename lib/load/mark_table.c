#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "load/mark_walk.h"
#include "tree/node.h"

/* GitHub's tables: rows and cells of the lines of a paragraph. */

#define COLUMNS_MAX	128		/* the guard allows far fewer pipes */

struct row {
	const char	*s, *end;	/* trimmed on the left */
	unsigned	 indent;
	bool		 lazy;
};

struct cell {
	const char	*s;
	size_t		 len;
};

static bool
is_blank(int c)
{
	return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

static const char *
skip(const char *s, const char *end)
{
	while (s < end && is_blank(*s))
		s++;
	return s;
}

/* A task's box before the first line of an item is not part of the row. */
static bool
is_box(const char *s, const char *end)
{
	return end - s > 4 && s[0] == '[' && strchr(" xX", s[1]) != NULL &&
	    s[2] == ']' && is_blank(s[3]);
}

static struct row
row_of(const struct mark *m, size_t line)
{
	struct mark_spot sp = mark_spot(m, line);
	struct row r = { sp.s, sp.end, mark_indent(&sp), sp.lazy };

	r.s = skip(r.s, r.end);
	if (line == m->item_line && is_box(r.s, r.end))
		r.s = skip(r.s + 3, r.end);
	return r;
}

/*
 * Split at the pipes that have no backslash before them; code spans do not
 * protect a pipe, as on GitHub.  The number of cells.
 */
static size_t
split(const struct row *r, struct cell *cells)
{
	const char *s = r->s, *end = r->end, *from, *shut;
	size_t n = 0;

	if (s < end && *s == '|')
		s = skip(s + 1, end);
	while (s < end && n < COLUMNS_MAX) {
		for (from = s; s < end && (*s != '|' ||
		    (s > from && (s[-1] == '\\' || s[-1] == BYTE_BACK)));
		    s++)
			;
		for (shut = s; shut > from && is_blank(shut[-1]); shut--)
			;
		cells[n].s = skip(from, shut);
		cells[n].len = (size_t)(shut - cells[n].s);
		n++;
		if (s < end)
			s = skip(s + 1, end);
	}
	return n;
}

static bool
delimiter(const struct cell *c, unsigned char *align)
{
	const char *s = c->s, *end = s + c->len;
	bool left = s < end && *s == ':', right;

	s += left;
	if (s == end || *s != '-')
		return false;
	while (s < end && *s == '-')
		s++;
	right = s < end && *s == ':';
	s += right;
	*align = left && right ? ALIGN_CENTER : left ? ALIGN_LEFT :
	    right ? ALIGN_RIGHT : ALIGN_NONE;
	return s == end;
}

size_t
mark_is_table(struct mark *m, size_t line, unsigned char *aligns)
{
	struct row head = row_of(m, line), below = row_of(m, line + 1);
	struct cell cells[COLUMNS_MAX];
	size_t n;

	if (head.lazy || below.lazy || below.indent >= 4)
		return 0;
	n = split(&below, cells);
	for (size_t i = 0; i < n; i++)
		if (!delimiter(&cells[i], &aligns[i]))
			return 0;
	return n < COLUMNS_MAX && n == split(&head, cells) ? n : 0;
}

/* "<name ...>" or "</name>" and nothing else: a block of raw HTML. */
static bool
is_tag(const char *s, const char *end)
{
	const char *shut = end;
	char quote = 0;

	while (shut > s && is_blank(shut[-1]))
		shut--;
	if (shut - s < 3 || s[0] != '<' || shut[-1] != '>')
		return false;
	s += s[1] == '/' ? 2 : 1;
	if (((*s | 0x20) < 'a' || (*s | 0x20) > 'z'))
		return false;
	while (s < shut && (isalnum((unsigned char)*s) || *s == '-'))
		s++;
	if (!is_blank(*s) && *s != '/' && *s != '>')
		return false;
	for (; s < shut - 1; s++)
		if (quote != 0)
			quote = *s == quote ? 0 : quote;
		else if (*s == '"' || *s == '\'')
			quote = *s;
		else if (*s == '<' || *s == '>')
			return false;
	return quote == 0;
}

/* A mark of a list, which ends a table though it would end no paragraph. */
static bool
is_item(const char *s, const char *end)
{
	size_t n = 0;

	while (s + n < end && n < 9 && s[n] >= '0' && s[n] <= '9')
		n++;
	if (s + n == end || strchr(n > 0 ? ".)" : "+-*", s[n]) == NULL)
		return false;
	s += n + 1;
	return s == end || is_blank(*s);
}

/* A footnote's definition, which ends a table as well. */
static bool
is_note(const char *s, const char *end)
{
	const char *shut;

	if (s == end || *s != BYTE_NOTE)
		return false;
	shut = memchr(s, BYTE_SHUT, (size_t)(end - s));
	return shut != NULL && shut + 1 < end && shut[1] == ':';
}

static bool
is_row(const struct row *r)
{
	struct cell cells[COLUMNS_MAX];

	if (r->lazy || r->indent >= 4 || split(r, cells) == 0)
		return false;
	return !is_item(r->s, r->end) && !is_tag(r->s, r->end) &&
	    !is_note(r->s, r->end);
}

/* "\|" is a pipe; every other escape is left to the parser. */
static void
take_cell(struct mark *m, struct mark_cell *out, const struct cell *c)
{
	char *text = arena_alloc(m->scratch, c->len + 1);
	unsigned *cuts = NULL;
	size_t n = 0;

	for (size_t i = 0; i < c->len; i++) {
		if (i + 1 < c->len && c->s[i + 1] == '|' &&
		    (c->s[i] == '\\' || c->s[i] == BYTE_BACK)) {
			cuts = arena_grow(m->scratch, cuts, out->cut_len,
			    sizeof(*cuts));
			cuts[out->cut_len++] = (unsigned)i++;
		}
		text[n++] = c->s[i];
	}
	out->text = text;
	out->cuts = cuts;
}

static void
add_row(struct mark *m, struct mark_table *t, size_t line,
    const struct row *r)
{
	const struct mark_line *l = &m->lines[line];
	struct cell cells[COLUMNS_MAX];
	size_t n = split(r, cells), len = t->rows * t->columns, byte = 0;

	for (size_t i = 0; i < t->columns; i++, len++) {
		struct mark_cell *c;

		t->cells = arena_grow(m->scratch, t->cells, len,
		    sizeof(*t->cells));
		c = &t->cells[len];
		c->text = "";
		c->line = l->at;
		if (i < n) {
			byte = (size_t)((long)(cells[i].s - l->s) + l->shift);
			take_cell(m, c, &cells[i]);
		}
		c->byte = byte;
	}
	t->rows++;
}

/*
 * The table whose header is line head of a paragraph that ends with line
 * last; the line that it ends with.
 */
size_t
mark_take_table(struct mark *m, size_t head, size_t last, size_t columns,
    const unsigned char *aligns)
{
	struct mark_table *t;
	struct mark_spot sp;
	struct row row = row_of(m, head);
	size_t line = head + 2;

	m->tables = arena_grow(m->scratch, m->tables, m->table_len,
	    sizeof(*m->tables));
	t = &m->tables[m->table_len++];
	t->columns = columns;
	t->aligns = arena_alloc(m->scratch, columns);
	memcpy(t->aligns, aligns, columns);
	if (head == m->item_line) {
		sp = mark_spot(m, head);
		sp.s = skip(sp.s, sp.end);
		t->box = !is_box(sp.s, sp.end) ? 0 : sp.s[1] == ' ' ? ' ' :
		    'x';
	}
	add_row(m, t, head, &row);
	for (; line <= last; line++) {
		row = row_of(m, line);
		if (!is_row(&row))
			break;
		add_row(m, t, line, &row);
	}
	m->cell_len += t->rows * t->columns;
	return line - 1;
}
