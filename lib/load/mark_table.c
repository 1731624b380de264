#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "load/mark_walk.h"
#include "tree/node.h"

#define COLUMNS_MAX	64

/* A physical line of a paragraph without what its containers put before. */
struct row {
	const char	*s;
	size_t		 len;
	int		 line;
};

struct cell {
	const char	*s;
	size_t		 len;
};

static const char *
skip_blanks(const char *s, const char *end)
{
	while (s < end && (*s == ' ' || *s == '\t'))
		s++;
	return s;
}

static int
quotes_around(cmark_node *n)
{
	int quotes = 0;

	for (n = cmark_node_parent(n); n != NULL; n = cmark_node_parent(n))
		quotes += cmark_node_get_type(n) == CMARK_NODE_BLOCK_QUOTE;
	return quotes;
}

/* A task's box before the first line of an item is not part of it. */
static const char *
skip_box(cmark_node *para, const char *s, const char *end)
{
	cmark_node *up = cmark_node_parent(para);

	if (up != NULL && cmark_node_get_type(up) == CMARK_NODE_ITEM &&
	    cmark_node_first_child(up) == para && end - s > 4 &&
	    s[0] == '[' && (s[1] == ' ' || s[1] == 'x' || s[1] == 'X') &&
	    s[2] == ']' && s[3] == ' ')
		return s + 4;
	return s;
}

static struct row
row_of(const struct mark *m, cmark_node *para, int line)
{
	const char *s = m->lines[line - 1], *end = m->lines[line];
	struct row r;

	while (end > s && (end[-1] == '\n' || end[-1] == '\r' ||
	    end[-1] == ' ' || end[-1] == '\t'))
		end--;
	if (line == cmark_node_get_start_line(para)) {
		s += cmark_node_get_start_column(para) - 1;
		if (s > end)
			s = end;
		s = skip_box(para, s, end);
	} else
		for (int q = quotes_around(para); q > 0; q--) {
			s = skip_blanks(s, end);
			if (s < end && *s == '>')
				s++;
		}
	r.s = skip_blanks(s, end);
	r.len = (size_t)(end - r.s);
	r.line = line;
	return r;
}

/*
 * Split at the pipes that are not escaped; code spans do not protect a pipe,
 * as on GitHub.  The number of cells, at most COLUMNS_MAX are stored.
 */
static size_t
split(const struct row *r, struct cell *cells, bool *piped)
{
	const char *s = r->s, *end = r->s + r->len, *from, *shut;
	size_t n = 0;

	*piped = false;
	if (s < end && *s == '|') {
		*piped = true;
		s++;
	}
	while (s < end) {
		for (from = s; s < end && *s != '|'; s++)
			if (*s == '\\' && s + 1 < end)
				s++;
		if (s > end)
			s = end;
		*piped = *piped || s < end;
		shut = s;
		from = skip_blanks(from, shut);
		while (shut > from && (shut[-1] == ' ' || shut[-1] == '\t'))
			shut--;
		if (n < COLUMNS_MAX) {
			cells[n].s = from;
			cells[n].len = (size_t)(shut - from);
		}
		n++;
		if (s < end)
			s++;
	}
	return n;
}

static bool
delimiter(const struct cell *c, unsigned char *align)
{
	size_t i = 0, dashes = 0;
	bool left = false, right = false;

	if (i < c->len && c->s[i] == ':') {
		left = true;
		i++;
	}
	for (; i < c->len && c->s[i] == '-'; i++)
		dashes++;
	if (i < c->len && c->s[i] == ':') {
		right = true;
		i++;
	}
	*align = left && right ? ALIGN_CENTER : left ? ALIGN_LEFT :
	    right ? ALIGN_RIGHT : ALIGN_NONE;
	return dashes > 0 && i == c->len;
}

/* Header and delimiter rows with the same number of cells. */
static size_t
begins(const struct row *head, const struct row *below,
    unsigned char *aligns)
{
	struct cell a[COLUMNS_MAX], b[COLUMNS_MAX];
	bool piped_a, piped_b;
	size_t n = split(head, a, &piped_a), m = split(below, b, &piped_b);

	if (n == 0 || n != m || n > COLUMNS_MAX || !(piped_a || piped_b) ||
	    !piped_b)
		return 0;
	for (size_t i = 0; i < m; i++)
		if (!delimiter(&b[i], &aligns[i]))
			return 0;
	return n;
}

/* "\|" is a pipe; every other escape is left to the parser. */
static const char *
unescape(struct arena *a, const struct cell *c)
{
	char *out = arena_alloc(a, c->len + 1);
	size_t n = 0;

	for (size_t i = 0; i < c->len; i++) {
		if (c->s[i] == '\\' && i + 1 < c->len && c->s[i + 1] == '|')
			continue;
		out[n++] = c->s[i];
	}
	return out;
}

static void
add_row(struct mark *m, struct table *t, const struct row *r)
{
	struct cell cells[COLUMNS_MAX];
	struct pos at = { m->path, m->line + (unsigned)r->line - 1, 0, 0 };
	bool piped;
	size_t n = split(r, cells, &piped), len = t->rows * t->columns;

	for (size_t i = 0; i < t->columns; i++, len++) {
		t->cells = arena_grow(m->arena, t->cells, len,
		    sizeof(*t->cells));
		t->at = arena_grow(m->arena, t->at, len, sizeof(*t->at));
		t->cells[len] = i < n ? unescape(m->arena, &cells[i]) : "";
		if (i < n)
			at.col = mark_column(m, r->line, (int)(cells[i].s -
			    m->lines[r->line - 1]) + 1);
		t->at[len] = at;
	}
	t->rows++;
}

/* The mark in that box, 0 when there is none. */
static char
box_of(const struct mark *m, cmark_node *para)
{
	int line = cmark_node_get_start_line(para);
	const char *s = m->lines[line - 1] +
	    cmark_node_get_start_column(para) - 1;

	if (skip_box(para, s, m->lines[line]) == s)
		return 0;
	return s[1] == ' ' ? ' ' : 'x';
}

static void
paragraph(struct mark *m, cmark_node *para)
{
	unsigned char aligns[COLUMNS_MAX];
	int first = cmark_node_get_start_line(para);
	int last = cmark_node_get_end_line(para);
	struct table *t;
	struct row row, below;
	size_t columns = 0;

	if (last > (int)m->line_len)
		last = (int)m->line_len;
	for (; first < last && columns == 0; first++) {
		row = row_of(m, para, first);
		below = row_of(m, para, first + 1);
		columns = begins(&row, &below, aligns);
	}
	if (columns == 0)
		return;
	m->tables = arena_grow(m->arena, m->tables, m->table_len,
	    sizeof(*m->tables));
	t = &m->tables[m->table_len++];
	t->line = first - 1;
	t->box = first - 1 == cmark_node_get_start_line(para) ?
	    box_of(m, para) : 0;
	t->last = last;
	t->columns = columns;
	t->aligns = (unsigned char *)arena_dup(m->arena, (char *)aligns,
	    columns);
	add_row(m, t, &row);
	for (int line = first + 1; line <= last; line++) {
		row = row_of(m, para, line);
		add_row(m, t, &row);
	}
}

cmark_node *
mark_tables(struct mark *m, cmark_node *root)
{
	cmark_iter *it = cmark_iter_new(root);
	cmark_event_type ev;
	cmark_node *batch, *n;
	struct buf b = BUF_INIT;

	while ((ev = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		n = cmark_iter_get_node(it);
		if (ev == CMARK_EVENT_ENTER &&
		    cmark_node_get_type(n) == CMARK_NODE_PARAGRAPH)
			paragraph(m, n);
	}
	cmark_iter_free(it);
	if (m->table_len == 0)
		return NULL;
	for (size_t i = 0; i < m->table_len; i++)
		for (size_t c = 0; c < m->tables[i].rows *
		    m->tables[i].columns; c++)
			buf_addf(&b, "# %s #\n", m->tables[i].cells[c]);
	buf_addc(&b, '\n');
	buf_add(&b, m->text, m->len);
	batch = cmark_parse_document(b.s, b.len, CMARK_OPT_DEFAULT);
	buf_done(&b);
	n = cmark_node_first_child(batch);
	for (size_t i = 0; i < m->table_len; i++) {
		struct table *t = &m->tables[i];

		t->parsed = arena_alloc(m->arena,
		    t->rows * t->columns * sizeof(*t->parsed));
		for (size_t c = 0; c < t->rows * t->columns; c++) {
			t->parsed[c] = n;
			n = n == NULL ? NULL : cmark_node_next(n);
		}
	}
	return batch;
}
