#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "out/out.h"
#include "out/pdf.h"

/*
 * The chapters, one after the other.  A table that wants a turned page takes
 * its heading and a little prose along.
 */

#define OVERVIEW	"overview"	/* anchor of what goes with the cover */
#define PROSE_MAX	3	/* paragraphs that go with a turned table */

const char *
pdf_word(const struct pdf *p, const char *key)
{
	const char *s = p->meta->word(p->meta->word_data, key);

	return s != NULL ? s : key;
}

static struct pdf_vitem *
turn(struct pdf *p, struct pdf_list *l, bool turned)
{
	struct pdf_vitem *v = pdf_push(p, l, V_TURN);

	v->i = turned;
	return v;
}

static bool
holds(const struct node *n, enum node_type type)
{
	const struct node *c;

	for (c = n->first; c != NULL; c = c->next)
		if (c->type == type || ((c->type == NODE_SECTION ||
		    c->type == NODE_BODY) && holds(c, type)))
			return true;
	return false;
}

/* Does a table in or below the block want a turned page? */
static bool
wants_turn(struct pdf *p, const struct node *n)
{
	const struct node *c;

	if (n->site)
		return false;
	if (n->type == NODE_TABLE)
		return pdf_table_wide(p, n);
	if (n->type != NODE_SECTION && n->type != NODE_BODY)
		return false;
	for (c = n->first; c != NULL; c = c->next)
		if (wants_turn(p, c))
			return true;
	return false;
}

/*
 * The blocks of a page.  A body with a wide table counts by its own blocks, or
 * one table would turn a whole document.
 */
struct parts {
	const struct node **b;
	size_t		 n;
};

static void
gather(struct pdf *p, struct parts *out, const struct node *up)
{
	const struct node *n;

	for (n = up->first; n != NULL; n = n->next)
		if (n->type == NODE_BODY && wants_turn(p, n))
			gather(p, out, n);
		else {
			out->b = arena_grow(p->arena, out->b, out->n,
			    sizeof(*out->b));
			out->b[out->n++] = n;
		}
}

/* The next wide table from i on, or the end. */
static size_t
next_wide(struct pdf *p, const struct parts *g, size_t i)
{
	while (i < g->n && !wants_turn(p, g->b[i]))
		i++;
	return i;
}

/* Blocks i..end set alike. */
static void
blocks(struct pdf *p, struct pdf_list *l, const struct parts *g, size_t i,
    size_t end, bool turned)
{
	const struct node *n;
	float w = pdf_text_w(p, false);

	/* prose does not run over the length of a turned page */
	for (; i < end; i++) {
		n = g->b[i];
		pdf_block(p, l, n, PDF_LEFT, turned && (n->type == NODE_TABLE ||
		    n->type == NODE_SECTION || n->type == NODE_BODY) ?
		    pdf_text_w(p, true) : w);
	}
}

static bool
is_prose(const struct node *n)
{
	return n->type == NODE_PARA || n->type == NODE_NOTE;
}

/*
 * Where the turned page of a wide table begins: with the heading before it
 * when no more than a little prose stands between them.
 */
static size_t
turned_from(const struct parts *g, size_t first, size_t table)
{
	size_t i, from = g->n, prose = 0;

	for (i = first; i < table; i++)
		if (g->b[i]->type == NODE_HEADING) {
			if (from == g->n || prose > 0)
				from = i;
			prose = 0;
		} else if (is_prose(g->b[i]))
			prose++;
		else {
			from = g->n;
			prose = PROSE_MAX + 1;
		}
	if (prose > PROSE_MAX)
		return table;
	return from < g->n ? from : first;
}

/* How high blocks i..end would be on a turned page. */
static float
turned_height(struct pdf *p, const struct parts *g, size_t i, size_t end)
{
	struct pdf_list l = { 0 };
	size_t marks = p->nmark;

	blocks(p, &l, g, i, end, true);
	p->nmark = marks;
	return pdf_list_height(&l);
}

/*
 * A page that begins with little before its wide table is turned from its
 * beginning, or it would stay half empty.
 */
static size_t
turned_start(struct pdf *p, const struct parts *g, size_t table)
{
	size_t from = turned_from(g, 0, table);

	if (from == 0 || turned_height(p, g, 0, from) >
	    pdf_text_h(p, true) * 0.6f)
		return from;
	return 0;
}

/* Where it ends: a little prose behind the table stays with it. */
static size_t
turned_to(struct pdf *p, const struct parts *g, size_t i)
{
	size_t end, prose = 0;

	for (end = ++i; i < g->n; i++) {
		if (wants_turn(p, g->b[i])) {
			end = i + 1;
			prose = 0;
		} else if (is_prose(g->b[i]) && ++prose <= PROSE_MAX)
			end = i + 1;
		else
			break;
	}
	/* prose that goes on belongs to what follows */
	return i < g->n && is_prose(g->b[i]) && end != i ? i : end;
}

static void
page_title(struct pdf *p, struct pdf_list *l, const struct node *n, float w)
{
	enum pdf_style st = n->level <= 1 ? ST_H1 : n->level == 2 ? ST_H2 :
	    ST_H3;
	struct pdf_look small = *pdf_look(ST_H3);
	struct pdf_para *q;
	struct pdf_vitem *v;

	if (n->level >= 2)
		pdf_space(p, l, n->level == 2 ? 22 : 16);
	pdf_outline(p, l, n->number, n->text, n->level < 1 ? 1 : n->level);
	l->v[l->n - 1].u.node = n;
	pdf_anchor(p, l, n->anchor);
	q = pdf_para_plain(p, pdf_look(st), n->text, pdf_lang(p, n));
	q->tag = st == ST_H1 ? "H1" : st == ST_H2 ? "H2" : "H3";
	if (st == ST_H1 && n->number != NULL && *n->number != '\0') {
		struct pdf_para *num;

		small.ink = pdf_solid(TONE_ACCENT);
		small.size = 13;
		small.step = 18;
		num = pdf_para_plain(p, &small, n->number, pdf_lang(p, n));
		num->tag = "P";
		pdf_para_break(p, num, w);
		pdf_lines(p, l, num, PDF_LEFT);
		l->v[l->n - 1].keep = true;
		pdf_heading(p, l, q, NULL, st, w);
	} else
		pdf_heading(p, l, q, n, st, w);
	pdf_space(p, l, st == ST_H1 ? 10 : 5);
	l->v[l->n - 1].keep = true;
	if (st == ST_H1) {
		v = pdf_push(p, l, V_RULE);
		v->x = PDF_LEFT;
		v->h = 1.6f;
		v->i = 46;
		v->keep = true;
		v->strong = true;
		pdf_space(p, l, 16);
		l->v[l->n - 1].keep = true;
	}
}

/*
 * The words for the head of the chapter's pages, at whose other end the title
 * of the book stands.
 */
static const char *
running(struct pdf *p, const struct node *n)
{
	if (n->number == NULL || *n->number == '\0')
		return n->text;
	if (strcmp(n->text, p->meta->title) == 0)
		return n->number;
	return arena_printf(p->arena, "%s  %s", n->number, n->text);
}

/* What a page's list adds up to. */
static float
height(const struct pdf_list *l, size_t from)
{
	struct pdf_list part = { l->v + from, l->n - from };

	return pdf_list_height(&part);
}

/* The title of a page and its first blocks, which are set alike. */
static size_t
begin(struct pdf *p, struct pdf_list *l, const struct node *n, bool wide,
    bool *turned)
{
	struct pdf_vitem *v;
	size_t room = l->n;

	if (p->level == 1) {
		v = turn(p, l, wide);
		v->text = running(p, n);
	} else if (*turned != wide)
		turn(p, l, wide);
	else
		pdf_push(p, l, V_ROOM);
	*turned = wide;
	page_title(p, l, n, pdf_text_w(p, wide));
	return room;
}

/*
 * A short section behind a turned table that ends a chapter stays with it,
 * rather than get an upright page for itself.
 */
static bool
stays_turned(struct pdf *p, const struct parts *g, const struct node *n)
{
	const struct node *next = n->next;

	while (next != NULL && next->site)
		next = next->next;
	return p->level > 1 && (next == NULL || next->level <= 1) &&
	    turned_height(p, g, 0, g->n) < pdf_text_h(p, true) * 0.8f;
}

/* How high the list is up to the end of its second table. */
static float
opening(const struct pdf_list *l, size_t i)
{
	struct pdf_list part = { l->v + i, 0 };
	unsigned tables = 0;

	for (; i < l->n && tables < 2; i++, part.n++)
		tables += l->v[i].type == V_CLOSE && l->v[i].table != NULL &&
		    l->v[i].text != NULL;
	return pdf_list_height(&part);
}

#define OPENING		0.8f	/* of a page, what is kept together */

/*
 * What a section needs of the page on which it begins; a document all of its
 * head, which are its facts and who approved it.
 */
static void
set_room(struct pdf *p, struct pdf_list *l, size_t room, bool turned)
{
	float all, most = pdf_text_h(p, turned);

	if (l->v[room].type != V_ROOM)
		return;
	all = height(l, room + 1);
	l->v[room].h = all < most * 0.33f ? all :
	    most * (p->level == 2 ? 0.33f : 0.22f);
	if (p->level == 2 && p->at.path != NULL &&
	    opening(l, room + 1) < most * OPENING)
		l->v[room].h = fmaxf(l->v[room].h, opening(l, room + 1));
}

static void
page(struct pdf *p, struct pdf_list *l, const struct node *n, bool *turned)
{
	struct parts g = { 0 };
	size_t at = 0, table, from, room;

	p->level = n->level < 1 ? 1 : n->level;
	p->at = n->at;
	p->measured = NULL;
	gather(p, &g, n);
	table = next_wide(p, &g, 0);
	if (*turned && table == g.n && stays_turned(p, &g, n)) {
		room = begin(p, l, n, true, turned);
		blocks(p, l, &g, 0, g.n, true);
		set_room(p, l, room, true);
		return;
	}
	from = table == g.n ? g.n : turned_start(p, &g, table);
	room = begin(p, l, n, table < g.n && from == 0, turned);
	while (at < g.n) {
		table = next_wide(p, &g, at);
		if (at > 0)
			from = table == g.n ? g.n : turned_from(&g, at, table);
		if (from != at && *turned)
			turn(p, l, *turned = false);
		blocks(p, l, &g, at, from, false);
		if (table == g.n)
			break;
		if (!*turned)
			turn(p, l, *turned = true);
		at = turned_to(p, &g, table);
		blocks(p, l, &g, from, at, true);
	}
	set_room(p, l, room, false);
}

/* ---- contents ---- */

static const struct node *
first_with(const struct pdf *p, enum node_type type)
{
	const struct node *n;

	for (n = p->book->first; n != NULL; n = n->next)
		if (n->type == NODE_PAGE && holds(n, type))
			break;
	return n;
}

/* What shares a page with the cover comes where the contents are. */
const struct node *
pdf_toc_next(const struct pdf *p, const struct node *n)
{
	const struct node *cover = first_with(p, NODE_COVER),
	    *toc = first_with(p, NODE_TOC);

	if (cover != NULL && toc != NULL && n == cover)
		n = toc;
	for (n = n == NULL ? p->book->first : n->next; n != NULL;
	    n = n->next) {
		if (n == toc && cover != NULL)
			return cover;
		if (n->type == NODE_PAGE && !n->site && n->level <= 2 &&
		    n->text != NULL && n != toc && (n != cover ||
		    toc == NULL))
			return n;
	}
	return NULL;
}

/* The room for the numbers of the entries from n on that stand together. */
static float
number_room(struct pdf *p, const struct node *n, unsigned level,
    const struct pdf_look *look)
{
	float room = 24, w;

	for (; n != NULL && (n->level < 1 ? 1u : n->level) == level;
	    n = pdf_toc_next(p, n)) {
		if (n->number == NULL || *n->number == '\0')
			continue;
		w = pdf_para_plain(p, look, n->number, pdf_lang(p, n))->max;
		room = w + 6 > room ? w + 6 : room;
	}
	return room;
}

#define ROOM_ALIKE	42.0f

/*
 * The titles of all sections begin at one edge, whatever the longest number
 * of their chapter; those behind ids, which are longer, at another.
 */
static float
alike(struct pdf *p, float room, unsigned level, const struct pdf_look *look)
{
	const struct node *n;
	float w, most = room;
	unsigned before = 0;

	if (level == 1 || room > ROOM_ALIKE)
		return room;
	for (n = pdf_toc_next(p, NULL); n != NULL; n = pdf_toc_next(p, n)) {
		if (n->level == level && before != level) {
			w = number_room(p, n, level, look);
			most = w > most && w <= ROOM_ALIKE ? w : most;
		}
		before = n->level;
	}
	return most;
}

void
pdf_toc(struct pdf *p, struct pdf_list *l, float x, float w)
{
	const struct node *n;
	const struct pdf_look *look;
	struct pdf_vitem *v;
	struct pdf_toc *t;
	unsigned level = 0;
	float room = 0;
	enum lang lang;

	v = pdf_push(p, l, V_OPEN);
	v->text = "TOC";
	for (n = pdf_toc_next(p, NULL); n != NULL; n = pdf_toc_next(p, n)) {
		lang = pdf_lang(p, n);
		t = arena_alloc(p->arena, sizeof(*t));
		t->level = n->level < 1 ? 1 : n->level;
		look = pdf_look(t->level == 1 ? ST_TOC1 : ST_TOC2);
		t->font = pdf_font(p->fonts, look->face, look->bold, false,
		    look->size, p->meta->lang);
		t->anchor = holds(n, NODE_COVER) ? OVERVIEW : n->anchor;
		t->indent = t->level == 1 ? 0 : 24;
		if (n->number != NULL && *n->number != '\0') {
			t->number = pdf_para_plain(p, look, n->number, lang);
			pdf_para_break(p, t->number, 100);
		}
		t->title = pdf_para_plain(p, look, n->text, lang);
		t->w = w;
		if (t->level != level)
			room = alike(p, number_room(p, n, t->level, look),
			    t->level, look);
		level = t->level;
		t->numw = t->number == NULL ? 0 : room;
		pdf_para_break(p, t->title, w - t->indent - t->numw - 40);
		if (t->level == 1)
			pdf_space(p, l, 7);
		v = pdf_push(p, l, V_TOC);
		v->u.toc = t;
		v->x = x;
		v->h = (float)t->title->nline * look->step;
		v->keep = t->level == 1 && pdf_toc_next(p, n) != NULL &&
		    pdf_toc_next(p, n)->level == 2;
	}
	v = pdf_push(p, l, V_CLOSE);
	v->text = "TOC";
	pdf_space(p, l, 12);
	pdf_caption_lists(p, l, x, w);
}

/* ---- cover ---- */

static void
cover_title(struct pdf *p, struct pdf_list *l, const struct node *n,
    const char *text, float w)
{
	struct pdf_look look = *pdf_look(ST_TITLE);
	struct pdf_para *q;

	q = pdf_para_new(p, &look, p->meta->lang);
	if (n != NULL)
		pdf_para_inlines(p, q, &look, n);
	else {
		pdf_para_seg(p, q, &look, p->meta->lang);
		pdf_para_text(p, q, text, strlen(text), (struct pos){ 0 });
	}
	q->tag = "H1";
	pdf_para_end(p, q);
	pdf_para_break(p, q, w);
	pdf_lines(p, l, q, PDF_LEFT);
	pdf_space(p, l, 14);
}

#define COVER_TITLE	196.0f	/* above the title, from the top margin */
#define LOGO_W		180.0f
#define LOGO_H		58.0f
#define LOGO_GAP	26.0f	/* between it and the title */

/* The room above the title, with the logo at its foot when there is one. */
static void
cover_head(struct pdf *p, struct pdf_list *l)
{
	const struct node *n = pdf_logo(p);
	struct pdf_vitem *v;
	float scale, h = 0;

	if (n != NULL) {
		scale = LOGO_H / (float)n->h;
		if (scale * (float)n->w > LOGO_W)
			scale = LOGO_W / (float)n->w;
		h = (float)n->h * scale;
	}
	v = pdf_push(p, l, V_FILL);
	v->h = COVER_TITLE - (n != NULL ? h + LOGO_GAP : 0);
	if (n == NULL)
		return;
	v = pdf_push(p, l, V_FIGURE);
	v->u.node = n;
	v->x = PDF_LEFT;
	v->h = h;
	v = pdf_push(p, l, V_FILL);
	v->h = LOGO_GAP;
}

static void
cover(struct pdf *p, struct pdf_list *l, const struct node *n)
{
	const struct node *c;
	struct pdf_vitem *v;
	float w = pdf_text_w(p, false);
	bool titled = false;

	v = turn(p, l, false);
	v->bare = true;
	for (c = n->first; c != NULL; c = c->next)
		if (c->type == NODE_HEADING)
			break;
	pdf_anchor(p, l, n->anchor);
	if (n->parent != NULL && n->parent->type == NODE_PAGE)
		pdf_anchor(p, l, n->parent->anchor);
	cover_head(p, l);
	if (c == NULL) {
		cover_title(p, l, NULL, p->meta->title, w);
		titled = true;
	}
	for (c = n->first; c != NULL; c = c->next) {
		if (c->type == NODE_HEADING && !titled) {
			cover_title(p, l, c, NULL, w);
			titled = true;
			continue;
		}
		p->style = c->type == NODE_PARA ? ST_COVER : ST_BODY;
		if (c->type == NODE_COLUMNS || c->type == NODE_TABLE)
			pdf_space(p, l, 26);
		pdf_block(p, l, c, PDF_LEFT, w);
	}
	p->style = ST_BODY;
}

/* What stands on the page of the cover besides: a chapter of its own. */
static void
overview(struct pdf *p, struct pdf_list *l, const struct node *n,
    bool *turned)
{
	struct node rest = *n;
	const struct node *c;

	for (c = n->first; c != NULL && c->type == NODE_COVER; c = c->next)
		;
	rest.first = (struct node *)(uintptr_t)c;
	/* the cover stands for the anchor of the page */
	rest.anchor = OVERVIEW;
	if (c != NULL)
		page(p, l, &rest, turned);
}

void
pdf_book(struct pdf *p, struct pdf_list *l)
{
	const struct node *n, *c;
	const struct node *later = NULL;
	bool turned = false;

	p->style = ST_BODY;
	for (n = p->book->first; n != NULL; n = n->next) {
		if (n->site)
			continue;
		if (n->type == NODE_COVER) {
			cover(p, l, n);
			continue;
		}
		if (n->type != NODE_PAGE) {
			p->level = 1;
			pdf_block(p, l, n, PDF_LEFT, pdf_text_w(p, turned));
			continue;
		}
		for (c = n->first; c != NULL; c = c->next)
			if (c->type == NODE_COVER)
				break;
		if (c == NULL) {
			page(p, l, n, &turned);
			if (later != NULL && holds(n, NODE_TOC)) {
				overview(p, l, later, &turned);
				later = NULL;
			}
			continue;
		}
		/* the title page: nothing but what is on the cover; the rest
		   is a chapter behind the contents */
		cover(p, l, c);
		turned = false;
		later = n;
	}
	if (later != NULL)
		overview(p, l, later, &turned);
}
