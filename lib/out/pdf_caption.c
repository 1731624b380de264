#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "out/out.h"
#include "out/pdf.h"

/*
 * The tables and figures of the chapters are numbered in the order in which
 * they are printed, and listed behind the contents.  Those of single records
 * and documents are not: nobody looks for them but there.
 */

static bool
named(const struct node *n, const char *name)
{
	return n->name != NULL && strcmp(n->name, name) == 0;
}

static bool
is_counted(const struct node *n)
{
	if (n->site || n->first == NULL)
		return false;
	if (n->type == NODE_FIGURE)
		return true;
	return n->type == NODE_TABLE && !named(n, "sign") &&
	    !named(n, "form") && !named(n, "timeline");
}

/* What the node itself is called. */
static const char *
own_name(const struct node *n)
{
	const char *s = n->type == NODE_FIGURE ? n->name : n->text;

	return s != NULL && *s != '\0' ? s : NULL;
}

/* How many of the blocks right below are counted. */
static size_t
counted_in(const struct node *up)
{
	const struct node *n;
	size_t k = 0;

	for (n = up->first; n != NULL; n = n->next)
		k += is_counted(n);
	return k;
}

static void
add(struct pdf *p, const struct node *n, const struct node *section,
    const struct node *page)
{
	struct pdf_caption *c;
	unsigned *count = n->type == NODE_FIGURE ? &p->figures : &p->tables;
	const char *own = own_name(n), *top, *between;

	p->caption = arena_grow(p->arena, p->caption, p->ncaption,
	    sizeof(*p->caption));
	c = &p->caption[p->ncaption++];
	c->node = n;
	c->number = ++*count;
	c->text = own != NULL ? own : section != NULL ? section->text :
	    page->text;
	/* "Plans" alone says little in a list */
	top = own != NULL && section != NULL ? section->text : page->text;
	between = lang_pick(p->meta->lang, ": ", "：");
	c->entry = strcmp(c->text, top) == 0 ? c->text : arena_printf(
	    p->arena, "%s%s%s", top, between, c->text);
	c->anchor = arena_printf(p->keep, "%s.%u",
	    n->type == NODE_FIGURE ? "figure" : "table", c->number);
	/* a title over nothing else would only say the same twice */
	if (own == NULL && section != NULL && counted_in(section) == 1)
		c->heading = section;
}

static void
walk(struct pdf *p, const struct node *up, const struct node *section,
    const struct node *page)
{
	const struct node *n;

	for (n = up->first; n != NULL; n = n->next)
		if (is_counted(n))
			add(p, n, section, page);
		else if (n->type == NODE_SECTION && !n->site)
			walk(p, n, n->text != NULL && *n->text != '\0' ? n :
			    section, page);
}

static int
by_node(const void *a, const void *b)
{
	uintptr_t x = (uintptr_t)((const struct pdf_caption *)a)->node,
	    y = (uintptr_t)((const struct pdf_caption *)b)->node;

	return x < y ? -1 : x > y;
}

void
pdf_caption_all(struct pdf *p)
{
	const struct node *page;
	size_t i;

	for (page = pdf_toc_next(p, NULL); page != NULL;
	    page = pdf_toc_next(p, page))
		if (page->at.path == NULL)
			walk(p, page, NULL, page);
	if (p->ncaption == 0)
		return;
	p->found = arena_alloc(p->arena, p->ncaption * sizeof(*p->found));
	for (i = 0; i < p->ncaption; i++)
		p->found[i] = p->caption[i];
	qsort(p->found, p->ncaption, sizeof(*p->found), by_node);
}

const struct pdf_caption *
pdf_caption_of(const struct pdf *p, const struct node *n)
{
	struct pdf_caption key = { .node = n };

	if (p->ncaption == 0)
		return NULL;
	return bsearch(&key, p->found, p->ncaption, sizeof(key), by_node);
}

bool
pdf_caption_names(const struct pdf *p, const struct node *section)
{
	const struct pdf_caption *c;
	const struct node *n;

	for (n = section->first; n != NULL; n = n->next)
		if (is_counted(n)) {
			c = pdf_caption_of(p, n);
			return c != NULL && c->heading == section;
		}
	return false;
}

static const char *
kind_word(const struct pdf *p, const struct pdf_caption *c)
{
	return pdf_word(p, c->node->type == NODE_FIGURE ? "out.figure" :
	    "out.table");
}

void
pdf_caption_set(struct pdf *p, struct pdf_list *l,
    const struct pdf_caption *c, float x, float w)
{
	const struct pdf_look *look = pdf_look(ST_CAPTION);
	struct pdf_look number = *look;
	enum lang lang = pdf_lang(p, c->node);
	struct pdf_para *q = pdf_para_new(p, look, lang);
	const char *s;
	size_t first;

	number.bold = false;
	number.ink = pdf_ink(TONE_ACCENT);
	s = arena_printf(p->arena, lang_pick(p->meta->lang,
		    "%s %u. ",
		    "%s %u　"), kind_word(p, c), c->number);
	pdf_para_seg(p, q, &number, p->meta->lang);
	pdf_para_text(p, q, s, strlen(s), p->at);
	pdf_para_seg(p, q, look, lang);
	pdf_para_text(p, q, c->text, strlen(c->text), p->at);
	pdf_para_end(p, q);
	q->tag = "Caption";
	pdf_para_break(p, q, w);
	first = l->n;
	pdf_lines(p, l, q, x);
	/* a table hangs from its caption, a figure stands on it */
	for (; first < l->n && c->node->type == NODE_TABLE; first++)
		l->v[first].keep = true;
}

/* ---- the lists ---- */

static void
entry(struct pdf *p, struct pdf_list *l, const struct pdf_caption *c, float x,
    float w)
{
	const struct pdf_look *look = pdf_look(ST_TOC3);
	struct pdf_toc *t = arena_alloc(p->arena, sizeof(*t));
	struct pdf_vitem *v;
	enum lang lang = pdf_lang(p, c->node);

	t->level = 2;
	t->font = pdf_font(p->fonts, look->face, look->bold, false,
	    look->size, p->meta->lang);
	t->anchor = c->anchor;
	t->number = pdf_para_plain(p, look, arena_printf(p->arena, "%u",
	    c->number), lang);
	pdf_para_break(p, t->number, 100);
	t->title = pdf_para_plain(p, look, c->entry, lang);
	t->w = w;
	t->numw = 24;
	pdf_para_break(p, t->title, w - t->numw - 40);
	v = pdf_push(p, l, V_TOC);
	v->u.toc = t;
	v->x = x;
	v->h = (float)t->title->nline * look->step;
}

static void
list(struct pdf *p, struct pdf_list *l, enum node_type type, float x, float w)
{
	const char *title = pdf_word(p, type == NODE_FIGURE ?
	    "out.list_of_figures" : "out.list_of_tables");
	struct pdf_para *q;
	struct pdf_vitem *v;
	size_t i, first;

	pdf_space(p, l, 18);
	pdf_outline(p, l, NULL, title, 2);
	q = pdf_para_plain(p, pdf_look(ST_H3), title, p->meta->lang);
	q->tag = "H2";
	pdf_heading(p, l, q, NULL, ST_H3, w);
	pdf_space(p, l, 6);
	l->v[l->n - 1].keep = true;
	pdf_push(p, l, V_OPEN)->text = "TOC";
	first = l->n;
	for (i = 0; i < p->ncaption; i++)
		if (p->caption[i].node->type == type)
			entry(p, l, &p->caption[i], x, w);
	/* no single entry ends a page or begins one */
	if (l->n > first + 2)
		l->v[first].keep = l->v[l->n - 2].keep = true;
	v = pdf_push(p, l, V_CLOSE);
	v->text = "TOC";
	pdf_space(p, l, 12);
}

void
pdf_caption_lists(struct pdf *p, struct pdf_list *l, float x, float w)
{
	if (p->tables > 0)
		list(p, l, NODE_TABLE, x, w);
	if (p->figures > 0)
		list(p, l, NODE_FIGURE, x, w);
}
