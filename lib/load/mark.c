#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "load/mark.h"
#include "load/mark_walk.h"
#include "tree/node.h"

unsigned
mark_column(const struct mark *m, int line, int col)
{
	const char *s;
	size_t len;

	if (line < 1 || (size_t)line > m->line_len || col < 1)
		return 0;
	s = m->lines[line - 1];
	len = (size_t)(m->lines[line] - s);
	if ((size_t)col - 1 < len)
		len = (size_t)col - 1;
	return (unsigned)utf8_count(s, len) + 1;
}

struct pos
mark_pos(const struct mark *m, cmark_node *n)
{
	int line = cmark_node_get_start_line(n);
	int end = cmark_node_get_end_line(n);
	struct pos at = { m->path, 0, 0, 0 };

	/* Cells are parsed elsewhere; their nodes take the cell's place. */
	if (line < 1 || (size_t)line > m->line_len)
		return at;
	at.line = m->line + (unsigned)line - 1;
	at.col = mark_column(m, line, cmark_node_get_start_column(n));
	if (end == line)
		at.end = mark_column(m, line,
		    cmark_node_get_end_column(n) + 1);
	return at;
}

char *
mark_slug(struct arena *a, const char *text)
{
	struct buf b = BUF_INIT;
	size_t len = strlen(text), i = 0;
	uint32_t c;
	char *out;

	while (i < len) {
		i += utf8_get(text + i, len - i, &c);
		if (c == ' ')
			buf_addc(&b, '-');
		else if (c != UTF8_BAD && (c == '-' || unicode_word(c)))
			utf8_put(&b, unicode_lower(c));
	}
	out = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return out;
}

/* GitHub's: the second "a" is "a-1", unless a heading is called that. */
static const char *
unique_slug(struct mark *m, const char *slug)
{
	const char *s = slug;

	for (int n = 1; map_get(m->slugs, s) != NULL; n++)
		s = arena_printf(m->arena, "%s-%d", slug, n);
	map_put(m->slugs, s, m);
	return s;
}

static void blocks(struct mark *, struct node *, cmark_node *);

static void
heading(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node *h = node_child(m->arena, parent, NODE_HEADING);
	struct buf b = BUF_INIT;

	h->at = mark_pos(m, n);
	h->level = (unsigned char)cmark_node_get_heading_level(n);
	mark_inlines(m, h, n);
	node_plain(&b, h);
	h->anchor = unique_slug(m, mark_slug(m->arena,
	    b.s == NULL ? "" : b.s));
	buf_done(&b);
}

static void
code(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node *c = node_child(m->arena, parent, NODE_CODE);
	const char *info = cmark_node_get_fence_info(n);

	c->at = mark_pos(m, n);
	c->text = mark_restore(m->arena, cmark_node_get_literal(n));
	if (info != NULL && *info != '\0')
		c->name = mark_restore(m->arena, info);
}

/* "[ ] " or "[x] " at the start of an item's first paragraph. */
static void
task(struct node *item)
{
	struct node *p = item->first, *t = p == NULL ? NULL : p->first;
	const char *s;

	if (t == NULL || p->type != NODE_PARA || t->type != NODE_TEXT)
		return;
	s = t->text;
	if (s[0] != '[' || (s[1] != ' ' && s[1] != 'x' && s[1] != 'X') ||
	    s[2] != ']' || s[3] != ' ')
		return;
	item->task = s[1] == ' ' ? ' ' : 'x';
	t->text = s + 4;
}

static void
list(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node *l = node_child(m->arena, parent, NODE_LIST), *item;

	l->at = mark_pos(m, n);
	l->ordered = cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
	l->start = cmark_node_get_list_start(n);
	l->tight = cmark_node_get_list_tight(n) != 0;
	for (n = cmark_node_first_child(n); n != NULL;
	    n = cmark_node_next(n)) {
		item = node_child(m->arena, l, NODE_ITEM);
		item->at = mark_pos(m, n);
		blocks(m, item, n);
		task(item);
	}
}

static void
table(struct mark *m, struct node *parent, const struct table *t)
{
	struct node *out = node_child(m->arena, parent, NODE_TABLE);
	struct node *row, *cell;
	size_t i = 0;

	out->at = t->at[0];
	for (size_t r = 0; r < t->rows; r++) {
		row = node_child(m->arena, out, NODE_ROW);
		row->head = r == 0;
		row->at = t->at[i];
		for (size_t c = 0; c < t->columns; c++, i++) {
			bool walked = false;

			cell = node_child(m->arena, row, NODE_CELL);
			cell->at = t->at[i];
			cell->align = (enum align)t->aligns[c];
			if (t->parsed[i] != NULL)
				mark_inlines(m, cell, t->parsed[i]);
			/* Positions in the batch mean nothing: the cell's. */
			for (const struct node *n = NULL; (n = node_step(cell,
			    n, &walked)) != NULL;)
				((struct node *)(uintptr_t)n)->at = cell->at;
		}
	}
}

/* Take the nodes of a paragraph from `from` on into a new footnote. */
static void
footnote(struct mark *m, struct node *parent, struct node *first,
    size_t label)
{
	struct node *note = node_child(m->arena, parent, NODE_FOOTNOTE);
	struct node *p = node_child(m->arena, note, NODE_PARA), *next;
	const char *s = first->text + label + 4;

	note->at = p->at = first->at;
	note->name = arena_dup(m->arena, first->text + 2, label);
	first->text = s + strspn(s, " ");
	for (; first != NULL; first = next) {
		next = first->next;
		node_add(p, first);
	}
	map_put(m->notes, note->name, note);
}

/* "[^label]:" at the start of a text: the label's length, else 0. */
static size_t
defines(const struct node *t)
{
	size_t n;

	if (t == NULL || t->type != NODE_TEXT || t->text[0] != NOTE_OPEN ||
	    t->text[1] != NOTE_CARET)
		return 0;
	n = strcspn(t->text + 2, "] \t");
	return t->text[2 + n] == ']' && t->text[3 + n] == ':' ? n : 0;
}

/*
 * A definition arrives as a reference followed by a text that begins with a
 * colon; put them together so that defines() sees one text.
 */
static void
join_definition(struct mark *m, struct node *p)
{
	struct node *ref, *t;

	for (ref = p->first; ref != NULL; ref = ref->next) {
		t = ref->next;
		if (ref->type != NODE_NOTE_REF || t == NULL ||
		    t->type != NODE_TEXT || t->text[0] != ':')
			continue;
		ref->type = NODE_TEXT;
		ref->text = arena_printf(m->arena, "%c%c%s]%s", NOTE_OPEN,
		    NOTE_CARET, ref->name, t->text);
		ref->name = NULL;
		ref->next = t->next;
		if (p->last == t)
			p->last = ref;
	}
}

/* Split a paragraph that holds footnote definitions, one a line. */
static bool
definitions(struct mark *m, struct node *parent, struct node *p)
{
	struct node *start, *n, *prev;

	if (p->first == NULL || p->first->type != NODE_NOTE_REF)
		return false;
	join_definition(m, p);
	if (defines(p->first) == 0)
		return false;
	for (start = p->first; start != NULL; start = n) {
		for (prev = start, n = start->next; n != NULL;
		    prev = n, n = n->next)
			if (n->type == NODE_SOFT && defines(n->next) > 0)
				break;
		if (n != NULL) {
			prev->next = NULL;
			n = n->next;
		}
		footnote(m, parent, start, defines(start));
	}
	return true;
}

static void
paragraph(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node *p = node_new(m->arena, NODE_PARA), *t, *prev;
	const struct table *tab = m->next_table < m->table_len ?
	    &m->tables[m->next_table] : NULL;
	int first = cmark_node_get_start_line(n), line;

	p->at = mark_pos(m, n);
	if (tab != NULL && tab->line >= first &&
	    tab->line <= cmark_node_get_end_line(n)) {
		m->next_table++;
		if (tab->line > first) {
			mark_inlines(m, p, n);
			/* Only the lines above the table stay text. */
			line = first;
			for (prev = NULL, t = p->first; t != NULL;
			    prev = t, t = t->next)
				if ((t->type == NODE_SOFT ||
				    t->type == NODE_BREAK) &&
				    ++line == tab->line)
					break;
			if (prev != NULL) {
				prev->next = NULL;
				p->last = prev;
				node_add(parent, p);
			}
		}
		table(m, parent, tab);
		if (tab->box != 0)
			parent->task = tab->box;
		return;
	}
	mark_inlines(m, p, n);
	if (p->first != NULL && !definitions(m, parent, p))
		node_add(parent, p);
}

static void
block(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node *out;
	const char *s;

	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_PARAGRAPH:
		paragraph(m, parent, n);
		return;
	case CMARK_NODE_HEADING:
		heading(m, parent, n);
		return;
	case CMARK_NODE_CODE_BLOCK:
		code(m, parent, n);
		return;
	case CMARK_NODE_LIST:
		list(m, parent, n);
		return;
	case CMARK_NODE_BLOCK_QUOTE:
		out = node_child(m->arena, parent, NODE_QUOTE);
		out->at = mark_pos(m, n);
		blocks(m, out, n);
		return;
	case CMARK_NODE_THEMATIC_BREAK:
		node_child(m->arena, parent, NODE_RULE)->at = mark_pos(m, n);
		return;
	case CMARK_NODE_HTML_BLOCK:
		s = cmark_node_get_literal(n);
		s += strspn(s, " ");
		if (strncmp(s, "<!--", 4) != 0)
			diag_add(m->diags, D_MARK_HTML, mark_pos(m, n), NULL,
			    "html", arena_printf(m->arena, "%.*s",
			    (int)(strcspn(s, "\n") < 40 ? strcspn(s, "\n") :
			    40), s), NULL);
		return;
	default:
		return;
	}
}

/* The guard bounds the depth, so the recursion is bounded. */
static void
blocks(struct mark *m, struct node *parent, cmark_node *n)
{
	for (n = cmark_node_first_child(n); n != NULL;
	    n = cmark_node_next(n))
		block(m, parent, n);
}

/* Footnotes get their numbers in the order in which they are called. */
static void
number_notes(struct mark *m, struct node *root)
{
	const struct node *at = NULL;
	struct node *n, *note;
	bool enter = false;

	while ((at = node_step(root, at, &enter)) != NULL) {
		if (!enter || at->type != NODE_NOTE_REF)
			continue;
		n = (struct node *)(uintptr_t)at;
		note = map_get(m->notes, n->name);
		if (note == NULL) {
			diag_add(m->diags, D_MARK_NOTE, n->at, NULL, "name",
			    n->name, NULL);
			n->type = NODE_TEXT;
			n->text = arena_printf(m->arena, "[^%s]", n->name);
			continue;
		}
		if (note->number == NULL)
			note->number = arena_printf(m->arena, "%d",
			    ++m->note_number);
		n->number = note->number;
	}
}

/* A copy in which "[^" stands as two controls, with its line starts. */
static void
prepare(struct mark *m, const char *text, size_t len)
{
	char *copy = arena_dup(m->arena, text, len), *p = copy;

	while ((p = strstr(p, "[^")) != NULL) {
		p[0] = NOTE_OPEN;
		p[1] = NOTE_CARET;
		p += 2;
	}
	m->text = copy;
	m->len = len;
	for (p = copy; p != NULL && p < copy + len;) {
		m->lines = arena_grow(m->arena, m->lines, m->line_len,
		    sizeof(*m->lines));
		m->lines[m->line_len++] = p;
		if ((p = memchr(p, '\n', (size_t)(copy + len - p))) != NULL)
			p++;
	}
	m->lines = arena_grow(m->arena, m->lines, m->line_len,
	    sizeof(*m->lines));
	m->lines[m->line_len] = copy + len;
}

struct node *
mark_parse(struct arena *a, struct diags *ds, struct pos at,
    const char *text, size_t len, size_t run_bytes)
{
	struct mark m = { .arena = a, .diags = ds, .path = at.path,
	    .line = at.line };
	struct node *root;
	cmark_node *parsed, *batch;
	const char *why;
	unsigned bad = mark_guard(text, len, run_bytes, &why);

	if (bad > 0) {
		at.line += bad - 1;
		diag_add(ds, D_MARK_LIMIT, at, NULL, "why", why, NULL);
		return NULL;
	}
	m.slugs = map_new(a);
	m.notes = map_new(a);
	prepare(&m, text, len);
	parsed = cmark_parse_document(m.text, m.len, CMARK_OPT_DEFAULT);
	cmark_consolidate_text_nodes(parsed);
	batch = mark_tables(&m, parsed);
	if (batch != NULL)
		cmark_consolidate_text_nodes(batch);
	root = node_new(a, NODE_BODY);
	blocks(&m, root, parsed);
	number_notes(&m, root);
	cmark_node_free(parsed);
	if (batch != NULL)
		cmark_node_free(batch);
	return root;
}
