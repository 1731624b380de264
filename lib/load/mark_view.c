#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "load/mark_walk.h"

/*
 * One round: what GitHub adds is looked for in the paragraphs that cmark
 * found, and the view is remade without it.
 */

/* Lines first to last of the view become one line. */
struct edit {
	size_t			 first, last;
	struct mark_line	 line;
};

struct round {
	struct mark	*m;
	struct edit	*edits;
	size_t		 len;
};

static struct edit *
add_edit(struct round *r, size_t first, size_t last)
{
	struct edit *e;

	r->edits = arena_grow(r->m->scratch, r->edits, r->len,
	    sizeof(*r->edits));
	e = &r->edits[r->len++];
	e->first = first;
	e->last = last;
	e->line = r->m->lines[first];
	e->line.note = 0;
	return e;
}

static void
set_line(struct arena *a, struct edit *e, const char *before, size_t n,
    const char *s)
{
	e->line.s = arena_printf(a, "%.*s%s", (int)n, before, s);
	e->line.len = strlen(e->line.s);
}

/* "[^label]:" at s: the label's length, else 0. */
static size_t
defines(const struct mark_spot *sp)
{
	const char *s = sp->s, *shut;

	if (sp->end - s < 5 || s[0] != BYTE_NOTE || s[1] != BYTE_CARET)
		return 0;
	shut = memchr(s, BYTE_SHUT, (size_t)(sp->end - s));
	return shut != NULL && shut + 1 < sp->end && shut[1] == ':' ?
	    (size_t)(shut - s) - 2 : 0;
}

/* A definition becomes an item whose text goes on four columns behind. */
static void
take_note(struct round *r, size_t line, size_t prefix,
    const struct mark_spot *sp, size_t label)
{
	struct mark *m = r->m;
	const struct mark_line *l = &m->lines[line];
	const char *text = sp->s + label + 4;
	struct edit *e = add_edit(r, line, line);
	struct mark_note *note;

	m->notes = arena_grow(m->scratch, m->notes, m->note_len,
	    sizeof(*m->notes));
	note = &m->notes[m->note_len++];
	note->label = mark_restore(m->arena, sp->s + 2, label);
	note->at = mark_place(m, l->at, (size_t)(sp->s - l->s));
	note->at.end = mark_place(m, l->at,
	    (size_t)(sp->s - l->s) + label + 4).col;
	note->col = (int)prefix + 1;
	while (text < sp->end && mark_is_blank(*text))
		text++;
	/* Nothing behind it: a comment keeps the item open. */
	set_line(m->scratch, e, l->s, prefix, text == sp->end ?
	    arena_printf(m->scratch, "%c   <!---->", m->bullet) :
	    arena_printf(m->scratch, "%c   %.*s", m->bullet,
	    (int)(sp->end - text), text));
	e->line.note = m->note_len;
	e->line.shift = (int)(text - l->s) - (int)prefix - 4 + l->shift;
}

static bool
is_table(struct mark *m, size_t line, unsigned char *aligns, size_t *columns)
{
	const struct mark_line *l = &m->lines[line + 1];
	size_t n = l->len;

	/* A quick look at the last character of a delimiter row. */
	while (n > 0 && mark_is_blank(l->s[n - 1]))
		n--;
	if (n == 0 || strchr("-:|", l->s[n - 1]) == NULL)
		return false;
	*columns = mark_is_table(m, line, aligns);
	return *columns > 0;
}

static void
take_table(struct round *r, size_t head, size_t last, size_t columns,
    const unsigned char *aligns)
{
	struct mark *m = r->m;
	struct mark_spot sp = mark_spot(m, head);
	size_t end = mark_take_table(m, head, last, columns, aligns);
	struct edit *e = add_edit(r, head, end);

	set_line(m->scratch, e, m->lines[head].s,
	    (size_t)(sp.s - m->lines[head].s),
	    arena_printf(m->scratch, "# %c%zu", BYTE_TABLE, m->table_len - 1));
}

/* Definitions first: what else the paragraph holds is for the next round. */
static bool
find_notes(struct round *r, size_t first, size_t last)
{
	struct mark *m = r->m;
	struct mark_spot sp;
	size_t label, before = r->len, prefix;

	for (size_t i = first; m->maybe_note && i <= last; i++) {
		if (m->lines[i].note > 0 || memchr(m->lines[i].s, BYTE_NOTE,
		    m->lines[i].len) == NULL)
			continue;
		sp = mark_spot(m, i);
		prefix = (size_t)(sp.s - m->lines[i].s);
		if (mark_indent(&sp) >= 4)
			continue;
		mark_eat(&sp, mark_indent(&sp));
		if ((label = defines(&sp)) > 0)
			take_note(r, i, prefix, &sp, label);
	}
	return r->len > before;
}

/* The line of an item's own text, on which a task's box may stand. */
static size_t
item_line(const struct mark *m, cmark_node *para)
{
	cmark_node *up = cmark_node_parent(para);

	if (up == NULL || cmark_node_get_type(up) != CMARK_NODE_ITEM ||
	    cmark_node_first_child(up) != para)
		return SIZE_MAX;
	return mark_line_of(m, cmark_node_get_start_line(para));
}

static void
paragraph(struct round *r, cmark_node *n, bool heading)
{
	struct mark *m = r->m;
	size_t first = mark_line_of(m, cmark_node_get_start_line(n));
	size_t last = mark_last_line(m, n), rows;
	unsigned char aligns[128];
	size_t columns;

	/* After definitions alone, cmark lets the next block overlap. */
	if (r->len > 0 && first <= r->edits[r->len - 1].last)
		first = r->edits[r->len - 1].last + 1;
	/* A heading of one line has its mark before it: nothing for us. */
	if (last >= m->line_len || first > last || (heading && first == last))
		return;
	if (find_notes(r, first, last) || !m->maybe_table)
		return;
	/* What underlines a heading ends a table, or is a row of signs. */
	rows = heading ? last - 1 : last;
	if (heading && memchr(m->lines[last].s, '=', m->lines[last].len) ==
	    NULL)
		last--;
	m->item_line = item_line(m, n);
	for (size_t i = first; i < rows; i++)
		if (is_table(m, i, aligns, &columns)) {
			take_table(r, i, last, columns, aligns);
			return;
		}
}

/* The guard bounds the depth, so the recursion is bounded. */
static void
find(struct round *r, cmark_node *n)
{
	for (n = cmark_node_first_child(n); n != NULL;
	    n = cmark_node_next(n))
		switch (cmark_node_get_type(n)) {
		case CMARK_NODE_PARAGRAPH:
			paragraph(r, n, false);
			break;
		case CMARK_NODE_HEADING:
			paragraph(r, n, true);
			break;
		case CMARK_NODE_LIST:
			find(r, n);
			break;
		case CMARK_NODE_BLOCK_QUOTE:
		case CMARK_NODE_ITEM:
			mark_enter(r->m, n);
			find(r, n);
			mark_leave(r->m);
			break;
		default:
			break;
		}
}

/* So that it can be put back. */
static void
keep(struct mark *m, struct edit *e)
{
	struct mark_edit *k;

	m->edits = arena_grow(m->scratch, m->edits, m->edit_len,
	    sizeof(*m->edits));
	k = &m->edits[m->edit_len++];
	k->lines = m->lines + e->first;
	k->len = e->last - e->first + 1;
	k->note = e->line.note;
	e->line.edit = m->edit_len;
	/* A table that a footnote begins with keeps the footnote. */
	if (e->line.note == 0)
		e->line.note = m->lines[e->first].note;
}

static void
remake(struct round *r)
{
	struct mark *m = r->m;
	struct mark_line *lines = arena_alloc(m->scratch,
	    m->line_len * sizeof(*lines));
	size_t n = 0, i = 0;

	for (size_t e = 0; e < r->len; e++) {
		struct edit *ed = &r->edits[e];

		for (; i < ed->first; i++)
			lines[n++] = m->lines[i];
		keep(m, ed);
		lines[n++] = ed->line;
		i = ed->last + 1;
	}
	for (; i < m->line_len; i++)
		lines[n++] = m->lines[i];
	m->lines = lines;
	m->line_len = n;
}

bool
mark_find(struct mark *m, cmark_node *root)
{
	struct round r = { m, NULL, 0 };

	if (!m->maybe_table && !m->maybe_note)
		return false;
	find(&r, root);
	if (r.len > 0)
		remake(&r);
	return r.len > 0;
}

struct mark_table *
mark_table_of(struct mark *m, cmark_node *heading)
{
	cmark_node *t = cmark_node_first_child(heading);
	const char *s;
	size_t number;

	if (t == NULL || cmark_node_get_type(t) != CMARK_NODE_TEXT)
		return NULL;
	s = cmark_node_get_literal(t);
	if (s[0] != BYTE_TABLE || sscanf(s + 1, "%zu", &number) != 1 ||
	    number >= m->table_len)
		return NULL;
	return &m->tables[number];
}

struct mark_note *
mark_note_of(struct mark *m, cmark_node *item)
{
	size_t line = mark_line_of(m, cmark_node_get_start_line(item)), i;

	if (line >= m->line_len || (i = m->lines[line].note) == 0 ||
	    cmark_node_get_start_column(item) != m->notes[i - 1].col)
		return NULL;
	return &m->notes[i - 1];
}

/* Tables and footnotes that the parser took as such. */
static void
see(struct mark *m, cmark_node *n)
{
	struct mark_table *t;
	struct mark_note *note;

	for (n = cmark_node_first_child(n); n != NULL;
	    n = cmark_node_next(n))
		switch (cmark_node_get_type(n)) {
		case CMARK_NODE_HEADING:
			if ((t = mark_table_of(m, n)) != NULL)
				t->seen = true;
			break;
		case CMARK_NODE_ITEM:
			if ((note = mark_note_of(m, n)) != NULL)
				note->seen = true;
			see(m, n);
			break;
		case CMARK_NODE_LIST:
		case CMARK_NODE_BLOCK_QUOTE:
			see(m, n);
			break;
		default:
			break;
		}
}

/* The line stands for something that the parser did not see in it. */
static bool
is_lost(const struct mark *m, const struct mark_line *l)
{
	const char *mark;
	size_t number;

	if (l->edit == 0)
		return false;
	if (l->note > 0 && !m->notes[l->note - 1].seen)
		return true;
	mark = memchr(l->s, BYTE_TABLE, l->len);
	return mark != NULL && sscanf(mark + 1, "%zu", &number) == 1 &&
	    !m->tables[number].seen;
}

bool
mark_put_back(struct mark *m, cmark_node *root, bool all)
{
	struct mark_line *lines = NULL;
	const struct mark_edit *e;
	size_t n = 0, lost = 0;

	if (m->edit_len == 0)
		return false;
	for (size_t i = 0; i < m->table_len; i++)
		m->tables[i].seen = false;
	for (size_t i = 0; i < m->note_len; i++)
		m->notes[i].seen = false;
	see(m, root);
	for (size_t i = 0; i < m->line_len; i++)
		lost += is_lost(m, &m->lines[i]);
	if (lost == 0)
		return false;
	for (size_t i = 0; i < m->line_len; i++) {
		const struct mark_line *l = &m->lines[i];
		size_t len = 1;

		if (l->edit > 0 && (all || is_lost(m, l))) {
			e = &m->edits[l->edit - 1];
			if (e->note > 0)
				m->notes[e->note - 1].gone = true;
			l = e->lines;
			len = e->len;
		}
		for (; len > 0; len--, l++) {
			lines = arena_grow(m->scratch, lines, n,
			    sizeof(*lines));
			lines[n++] = *l;
		}
	}
	m->lines = lines;
	m->line_len = n;
	return true;
}
