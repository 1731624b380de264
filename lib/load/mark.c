#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "load/mark.h"
#include "load/mark_walk.h"
#include "tree/node.h"

/* From text to tree: cmark's blocks as ours. */

#define ROUNDS	4	/* of looking for tables and footnotes */

static void blocks(struct mark *, struct node *, cmark_node *);

static struct mark_frame
frame_of(cmark_node *n, size_t skip)
{
	struct mark_frame f = { NULL, cmark_node_get_start_line(n),
	    cmark_node_get_start_column(n), skip, 0, 0 };

	return f;
}

static size_t
skipped(struct mark *m, cmark_node *n)
{
	return mark_refs_skip(m, mark_line_of(m, cmark_node_get_start_line(n)),
	    mark_last_line(m, n));
}

static void
table(struct mark *m, struct node *parent, struct mark_table *t)
{
	struct node *out = node_child(m->arena, parent, NODE_TABLE);
	struct node *row, *cell;
	struct mark_cell *c = t->cells;

	out->at = mark_place(m, c->line, c->byte);
	if (t->box != 0 && parent->type == NODE_ITEM)
		parent->task = t->box;
	for (size_t i = 0; i < t->rows; i++) {
		row = node_child(m->arena, out, NODE_ROW);
		row->head = i == 0;
		row->at = mark_place(m, c->line, c->byte);
		for (size_t k = 0; k < t->columns; k++, c++) {
			cell = node_child(m->arena, row, NODE_CELL);
			cell->at = mark_place(m, c->line, c->byte);
			cell->align = (enum align)t->aligns[k];
			if (c->parsed == NULL || *c->text == '\0')
				continue;
			m->frame = frame_of(c->parsed, 0);
			m->frame.cell = c;
			mark_inlines(m, cell, c->parsed);
		}
	}
}

static void
heading(struct mark *m, struct node *parent, cmark_node *n)
{
	struct mark_table *t = mark_table_of(m, n);
	struct buf b = BUF_INIT;
	struct node *h;

	if (t != NULL) {
		table(m, parent, t);
		return;
	}
	h = node_child(m->arena, parent, NODE_HEADING);
	h->at = mark_block_pos(m, n);
	h->level = (unsigned char)cmark_node_get_heading_level(n);
	m->frame = frame_of(n, cmark_node_get_end_line(n) >
	    cmark_node_get_start_line(n) ? skipped(m, n) : 0);
	mark_inlines(m, h, n);
	node_plain(&b, h);
	h->anchor = mark_anchor(m, b.s == NULL ? "" : b.s);
	buf_done(&b);
}

static void
code(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node *c = node_child(m->arena, parent, NODE_CODE);
	const char *info = cmark_node_get_fence_info(n);
	const char *text = cmark_node_get_literal(n);

	c->at = mark_block_pos(m, n);
	c->text = mark_restore(m->arena, text, strlen(text));
	if (info != NULL && *info != '\0')
		c->name = mark_restore(m->arena, info, strlen(info));
}

static void
paragraph(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node *p = node_new(m->arena, NODE_PARA);

	m->frame = frame_of(n, skipped(m, n));
	p->at = mark_block_pos(m, n);
	mark_inlines(m, p, n);
	/* Nothing but comments and the like is nothing. */
	if (p->first != NULL)
		node_add(parent, p);
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
	    s[2] != ']' || (s[3] != ' ' && s[3] != '\t'))
		return;
	item->task = s[1] == ' ' ? ' ' : 'x';
	s += 3;
	t->at.col += 3;
	for (; *s == ' ' || *s == '\t'; s++)
		t->at.col++;
	t->text = s;
	if (*s != '\0')
		return;
	p->first = t->next;
	if (p->first == NULL)
		p->last = NULL;
}

/* A definition that no item came of is an empty one. */
static struct node *
note_node(struct mark *m, struct mark_note *note)
{
	if (note->node == NULL) {
		note->node = node_new(m->arena, NODE_FOOTNOTE);
		note->node->at = note->at;
		note->node->name = note->label;
	}
	return note->node;
}

static void
footnote(struct mark *m, struct node *parent, struct mark_note *note,
    cmark_node *item)
{
	/* Stays in its place: numbers are given in the order of the text. */
	node_add(parent, note_node(m, note));
	mark_enter(m, item);
	blocks(m, note->node, item);
	mark_leave(m);
}

static void
list(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node *l = NULL, *item;
	struct mark_note *note;
	cmark_node *at;

	for (at = cmark_node_first_child(n); at != NULL;
	    at = cmark_node_next(at)) {
		if ((note = mark_note_of(m, at)) != NULL) {
			footnote(m, parent, note, at);
			l = NULL;
			continue;
		}
		if (l == NULL) {
			l = node_child(m->arena, parent, NODE_LIST);
			l->at = mark_block_pos(m, at);
			l->ordered = cmark_node_get_list_type(n) ==
			    CMARK_ORDERED_LIST;
			l->start = cmark_node_get_list_start(n);
			l->tight = cmark_node_get_list_tight(n) != 0;
		}
		item = node_child(m->arena, l, NODE_ITEM);
		item->at = mark_block_pos(m, at);
		mark_enter(m, at);
		blocks(m, item, at);
		mark_leave(m);
		if (item->task == 0)
			task(item);
	}
}

/* The view's lines of a block that holds no other. */
static void
cover(struct mark *m, cmark_node *n)
{
	size_t line = mark_line_of(m, cmark_node_get_start_line(n));
	size_t end = mark_last_line(m, n);

	for (; m->maybe_ref && line <= end && line < m->line_len; line++)
		m->covered[line] = true;
}

static void
block(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node *out;

	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_LIST:
		list(m, parent, n);
		return;
	case CMARK_NODE_BLOCK_QUOTE:
		out = node_child(m->arena, parent, NODE_QUOTE);
		out->at = mark_block_pos(m, n);
		mark_enter(m, n);
		blocks(m, out, n);
		mark_leave(m);
		return;
	case CMARK_NODE_PARAGRAPH:
		paragraph(m, parent, n);
		break;
	case CMARK_NODE_HEADING:
		heading(m, parent, n);
		break;
	case CMARK_NODE_CODE_BLOCK:
		code(m, parent, n);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		node_child(m->arena, parent, NODE_RULE)->at =
		    mark_block_pos(m, n);
		break;
	case CMARK_NODE_HTML_BLOCK:
		mark_html_block(m, parent, n);
		break;
	default:
		break;
	}
	cover(m, n);
}

/* The guard bounds the depth, so the recursion is bounded. */
static void
blocks(struct mark *m, struct node *parent, cmark_node *n)
{
	for (n = cmark_node_first_child(n); n != NULL;
	    n = cmark_node_next(n))
		block(m, parent, n);
}

/* What a footnote's name stands for: the first definition counts. */
static void
name_notes(struct mark *m)
{
	struct mark_note *first;
	struct diag *d;

	for (size_t i = 0; i < m->note_len; i++) {
		struct mark_note *n = &m->notes[i];

		n->key = mark_note_key(m, n->label);
		if (n->gone)
			continue;
		first = map_get(m->note_keys, n->key);
		if (first == NULL) {
			map_put(m->note_keys, n->key, n);
			continue;
		}
		d = diag_add(m->diags, D_MARK_TWICE, n->at, NULL, "name",
		    arena_printf(m->scratch, "^%s", n->label), NULL);
		d->also = first->at;
		d->also_says[LANG_EN] = "this one counts";
		d->also_says[LANG_JA] = "有効なのはこちらです";
		d->also_says[LANG_FILE] = lang_own("this one counts");
	}
}

/* Give numbers to the footnotes in the order in which they are called. */
static size_t
call_notes(struct mark *m, struct node *root, struct mark_note **called)
{
	const struct node *at = NULL;
	struct node *n;
	struct mark_note *note;
	bool enter = false;
	size_t len = 0;

	while ((at = node_step(root, at, &enter)) != NULL) {
		if (!enter || at->type != NODE_NOTE_REF)
			continue;
		n = (struct node *)(uintptr_t)at;
		note = map_get(m->note_keys, mark_note_key(m, n->name));
		if (!note->called) {
			note->called = true;
			called[len++] = note;
			note_node(m, note)->number =
			    arena_printf(m->arena, "%zu", len);
		}
		n->number = note->node->number;
		n->name = note->label;
	}
	return len;
}

/* Take the footnotes from among the children of n; span: done already. */
static void
take_notes(struct node *n)
{
	struct node *c, *next;

	if (n == NULL || n->span > 0)
		return;
	c = n->first;
	n->first = n->last = NULL;
	for (; c != NULL; c = next) {
		next = c->next;
		if (c->type != NODE_FOOTNOTE)
			node_add(n, c);
	}
	n->span = 1;
}

/* The footnotes at the end; one that nobody calls is lost, as on GitHub. */
static void
end_notes(struct mark *m, struct node *root)
{
	struct mark_note **called;
	size_t len;

	if (m->note_len == 0)
		return;
	called = arena_alloc(m->scratch, m->note_len * sizeof(*called));
	len = call_notes(m, root, called);
	for (size_t i = 0; i < m->note_len; i++)
		take_notes(note_node(m, &m->notes[i])->parent);
	for (size_t i = 0; i < m->note_len; i++)
		if (m->notes[i].node->parent != NULL)
			m->notes[i].node->parent->span = 0;
	for (size_t i = 0; i < len; i++)
		node_add(root, called[i]->node);
	for (size_t i = 0; i < m->note_len; i++)
		if (!m->notes[i].called &&
		    map_get(m->note_keys, m->notes[i].key) == &m->notes[i])
			diag_add(m->diags, D_MARK_NOTE_UNUSED, m->notes[i].at,
			    NULL, "name", m->notes[i].label, NULL);
}

/* Parse the view, the cells of the tables found so far before it. */
static cmark_node *
parse_view(struct mark *m)
{
	cmark_parser *p = cmark_parser_new(CMARK_OPT_SOURCEPOS);
	const struct mark_line *l = m->lines, *end = l + m->line_len;
	const char *from;
	cmark_node *root, *n;

	for (size_t i = 0; i < m->table_len; i++)
		for (size_t c = 0; c < m->tables[i].rows *
		    m->tables[i].columns; c++) {
			const char *s = m->tables[i].cells[c].text;

			cmark_parser_feed(p, "# ", 2);
			cmark_parser_feed(p, s, strlen(s));
			cmark_parser_feed(p, " #\n", 3);
		}
	m->base = 0;
	if (m->cell_len > 0) {
		cmark_parser_feed(p, "\n", 1);
		m->base = (int)m->cell_len + 1;
	}
	/* Lines that stand together in memory go together. */
	while (l < end) {
		size_t len = l->len;

		for (from = l->s, l++; l < end && l->s == from + len + 1 &&
		    from[len] == '\n'; l++)
			len += l->len + 1;
		cmark_parser_feed(p, from, len);
		cmark_parser_feed(p, "\n", 1);
	}
	root = cmark_parser_finish(p);
	cmark_parser_free(p);
	n = cmark_node_first_child(root);
	for (size_t i = 0; i < m->table_len; i++)
		for (size_t c = 0; c < m->tables[i].rows *
		    m->tables[i].columns; c++) {
			m->tables[i].cells[c].parsed = n;
			n = n == NULL ? NULL : cmark_node_next(n);
		}
	return root;
}

/* The block behind the cells' headings; they are walked by their tables. */
static void
view_blocks(struct mark *m, struct node *root, cmark_node *parsed)
{
	cmark_node *n = cmark_node_first_child(parsed);

	for (size_t i = 0; n != NULL && i < m->cell_len; i++)
		n = cmark_node_next(n);
	for (; n != NULL; n = cmark_node_next(n))
		block(m, root, n);
}

struct node *
mark_parse(struct arena *a, struct diags *ds, struct pos at,
    const char *text, size_t len, size_t run_bytes)
{
	struct mark m = { .arena = a, .diags = ds, .path = at.path,
	    .first = at.line };
	struct node *root;
	cmark_node *parsed;
	const char *why;
	unsigned bad = mark_guard(text, len, run_bytes, &why);

	if (bad > 0) {
		at.line += bad - 1;
		diag_add(ds, D_MARK_LIMIT, at, NULL, "why", why, NULL);
		return NULL;
	}
	m.scratch = arena_new();
	m.slugs = map_new(m.scratch);
	m.note_keys = map_new(m.scratch);
	mark_prepare(&m, text, len);
	parsed = parse_view(&m);
	for (int i = 0; mark_put_back(&m, parsed, i > 2 * ROUNDS) ||
	    (i < ROUNDS && mark_find(&m, parsed)); i++) {
		cmark_node_free(parsed);
		parsed = parse_view(&m);
	}
	if (m.maybe_ref)
		m.covered = arena_alloc(m.scratch, m.line_len * sizeof(bool));
	name_notes(&m);
	root = node_new(a, NODE_BODY);
	view_blocks(&m, root, parsed);
	cmark_node_free(parsed);
	end_notes(&m, root);
	mark_refs_judge(&m);
	buf_done(&m.run);
	arena_done(m.scratch);
	return root;
}
