#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "out/out.h"
#include "out/pdf.h"

/* The vertical list to pages. */

#define OPEN_MAX	256
#define SPLIT_MIN	62.0f	/* of a row that is to be split */
/*
 * A stretch of pages that ends with a page of so little is set once more,
 * tighter, if that saves the page; so much of spaces, of the padding of cells
 * and of the distance of lines can be taken.
 */
#define TAIL		0.3f
#define TAIL_TURNED	0.42f	/* the page after it is upright, and new */
#define TIGHT_PAGES	40
#define TIGHT_STEP	0.25f
#define TIGHT_SPACE	0.34f
#define TIGHT_PAD	0.3f
#define TIGHT_LINE	0.035f

/*
 * Where it cannot be saved, the page before gives its last table or section
 * to it, if more than so much stays there.
 */
#define GIVE		0.5f

struct opened {
	const char	*tag;
	struct pdf_deco	*deco;
	struct pdf_table *table;
	size_t		 box;		/* op of the ground; 0: none */
	float		 top;
	bool		 started;	/* its head rows stand on a page */
};

struct flow {
	struct pdf	*p;
	struct pdf_page	*page;
	float		 y, bottom;
	bool		 fresh;		/* nothing stands on the page */
	bool		 turned;
	const char	*chapter;
	const struct node *section, *record;	/* that go on */
	float		 tight;		/* 0 to 1 */
	size_t		 early;		/* the page that ends early; 0: none */
	struct stretch	*last;		/* where the last section on a page of
					   its own begins; NULL: not asked */
	struct pdf_place **placed;	/* since the last V_TURN */
	size_t		 nplaced;
	struct opened	 open[OPEN_MAX];
	size_t		 nopen;
};

struct pdf_op *
pdf_op(struct pdf_page *g, enum optype type)
{
	struct pdf_op *o;

	if (g->n == g->cap) {
		g->cap = g->cap == 0 ? 64 : g->cap + g->cap / 2;
		g->op = realloc(g->op, g->cap * sizeof(*g->op));
		if (g->op == NULL)
			arena_exhausted();
	}
	o = &g->op[g->n++];
	*o = (struct pdf_op){ .type = (unsigned char)type };
	return o;
}

static struct pdf_op *
add_box(struct flow *f, enum optype type, float x, float y,
    struct pdf_color c)
{
	struct pdf_op *o = pdf_op(f->page, type);

	o->x = x;
	o->y = y;
	o->c = c;
	return o;
}

/* The ground and bar of an open box; their height comes at its end. */
static void
ground(struct flow *f, struct opened *o, float y)
{
	struct pdf_op *op;

	o->top = y;
	o->box = f->page->n + 1;
	op = add_box(f, OP_BOX, o->deco->x, y, o->deco->fill);
	op->w = o->deco->filled ? o->deco->w : 0;
	op->r = o->deco->bar ? 0 : 2;
	op = add_box(f, OP_BOX, o->deco->x, y, o->deco->edge);
	op->w = o->deco->bar ? 2.4f : 0;
}

static void
end_ground(struct flow *f, struct opened *o, float y)
{
	if (o->deco == NULL || o->box == 0)
		return;
	f->page->op[o->box - 1].h = y - o->top;
	f->page->op[o->box].h = y - o->top;
	o->box = 0;
}

static struct pdf_op *
tag(struct flow *f, const char *name, void **elem)
{
	struct pdf_op *o;

	if (name == NULL)
		return NULL;
	o = pdf_op(f->page, OP_TAG);
	o->text = name;
	o->elem = elem;
	return o;
}

static void
end_tag(struct flow *f, const char *name)
{
	if (name == NULL)
		return;
	pdf_op(f->page, OP_END)->text = name;
}

static void
open_item(struct flow *f, const struct pdf_vitem *v, float y)
{
	struct opened *o = &f->open[f->nopen < OPEN_MAX ? f->nopen++ :
	    OPEN_MAX - 1];
	struct pdf_op *op;

	memset(o, 0, sizeof(*o));
	o->tag = v->text;
	o->deco = v->u.deco;
	o->table = v->table;
	if (o->deco != NULL)
		ground(f, o, y);
	op = tag(f, v->text, v->elem);
	if (op != NULL)
		op->i = v->i;
}

static void
close_item(struct flow *f, float y)
{
	struct opened *o;

	if (f->nopen == 0)
		return;
	o = &f->open[--f->nopen];
	end_tag(f, o->tag);
	end_ground(f, o, y);
}

static void
rule_op(struct flow *f, float x, float y, float w, float h)
{
	struct pdf_op *o = add_box(f, OP_RULE, x, y,
	    (struct pdf_color){ 0.80f, 0.83f, 0.86f });

	o->w = w;
	o->h = h;
	o->r = 0.5f;
}

static void
place_dest(struct flow *f, const char *anchor, float y)
{
	struct pdf_place *at = map_get(f->p->places, anchor);

	if (at == NULL) {
		at = arena_alloc(f->p->keep, sizeof(*at));
		map_put(f->p->places, arena_str(f->p->keep, anchor), at);
	} else if (at->page > 0)
		return;
	at->page = f->p->npage;
	at->y = y;
	f->placed = arena_grow(f->p->arena, f->placed, f->nplaced,
	    sizeof(*f->placed));
	f->placed[f->nplaced++] = at;
}

/* A section or record begins, which the header of the page tells. */
static void
begins(struct flow *f, const struct node *n)
{
	struct pdf_page *g = f->page;

	if (n->level == 2) {
		f->section = n;
		f->record = NULL;
		if (g->begun)
			return;
		g->begun = true;
		g->section = n;
		g->first = g->last = NULL;
	} else if (n->level > 2) {
		f->record = n;
		if (g->section != f->section)
			return;
		if (g->first == NULL || f->fresh)
			g->first = n;
		g->last = n;
	}
}

static void
place_tiles(struct flow *f, const struct pdf_vitem *v, float y)
{
	const struct pdf_tiles *t = v->u.tiles;
	struct pdf_para *q[2];
	struct pdf_op *o;
	float x = v->x, ty;
	unsigned i, k, n;

	tag(f, "P", NULL);
	for (i = 0; i < t->n; i++, x += t->w + 8) {
		o = add_box(f, OP_BOX, x, y, pdf_tint(t->tone[i] == TONE_PLAIN ?
		    TONE_ACCENT : t->tone[i]));
		o->w = t->w;
		o->h = v->h;
		o->r = 3;
		ty = y + 7;
		q[0] = t->value[i];
		q[1] = t->label[i];
		for (k = 0; k < 2; k++) {
			for (n = 0; n < q[k]->nline; n++) {
				o = pdf_op(f->page, OP_TEXT);
				o->u.para = q[k];
				o->i = n;
				o->x = x + 8;
				o->y = ty;
				ty += q[k]->step;
			}
		}
	}
	end_tag(f, "P");
}

static void
place_line(struct flow *f, const struct pdf_vitem *v, float y)
{
	struct pdf_para *q = v->u.para;
	struct pdf_op *o;

	if (v->i == 0)
		tag(f, q->tag, &q->elem);
	o = pdf_op(f->page, OP_TEXT);
	o->u.para = q;
	o->i = v->i;
	o->x = v->x;
	o->y = y;
	if (v->i + 1 == q->nline)
		end_tag(f, q->tag);
}

/* An image without words shows nothing that matters. */
static const char *
figure_tag(const struct node *n)
{
	return n->type == NODE_IMAGE && (n->text == NULL ||
	    *n->text == '\0') ? "Artifact" : "Figure";
}

static void
place_other(struct flow *f, const struct pdf_vitem *v, float y)
{
	struct pdf_op *o;

	switch (v->type) {
	case V_LABEL:
		o = pdf_op(f->page, OP_TAG);
		o->text = v->u.para->tag;
		o = pdf_op(f->page, OP_TEXT);
		o->u.para = v->u.para;
		o->x = v->x;
		o->y = y;
		end_tag(f, v->u.para->tag);
		break;
	case V_FIGURE:
		tag(f, figure_tag(v->u.node), NULL);
		o = pdf_op(f->page, OP_FIGURE);
		o->u.node = v->u.node;
		o->x = v->x;
		o->y = y;
		o->w = v->h / (float)v->u.node->h;
		end_tag(f, figure_tag(v->u.node));
		o = pdf_op(f->page, OP_FIGURE_LINKS);
		*o = o[-2];
		o->type = OP_FIGURE_LINKS;
		break;
	case V_RULE:
		o = add_box(f, OP_BOX, v->x, y, v->strong ?
		    pdf_solid(TONE_ACCENT) : pdf_solid(TONE_PLAIN));
		o->w = (float)v->i;
		o->h = v->strong ? v->h : 0.6f;
		break;
	case V_TOC:
		o = pdf_op(f->page, OP_TOC);
		o->u.toc = v->u.toc;
		o->x = v->x;
		o->y = y;
		break;
	default:
		break;
	}
}

/* Draw one item at y; what it takes of the page is its h. */
static void
place(struct flow *f, const struct pdf_vitem *v, float y)
{
	switch (v->type) {
	case V_LINE:	place_line(f, v, y); break;
	case V_OPEN:	open_item(f, v, y); break;
	case V_CLOSE:	close_item(f, y + v->h); break;
	case V_DEST:
		place_dest(f, v->text, y);
		if (v->u.node != NULL)
			begins(f, v->u.node);
		break;
	case V_TILES:	place_tiles(f, v, y); break;
	default:	place_other(f, v, y); break;
	}
}

float
pdf_list_height(const struct pdf_list *l)
{
	float h = 0;
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->v[i].type != V_TURN && l->v[i].type != V_ROOM)
			h += l->v[i].h;
	return h;
}

/* What is taken from the padding of a row's cells, above and below. */
static float
pad_cut(const struct flow *f, const struct pdf_row *row)
{
	return row->table->pady * TIGHT_PAD * f->tight;
}

static float row_height(const struct flow *, const struct pdf_row *);

/* How high an item is, as tight as it is set. */
static float
height(const struct flow *f, const struct pdf_vitem *v)
{
	if (f->tight <= 0)
		return v->h;
	if (v->type == V_ROW)
		return row_height(f, v->u.row);
	return v->type == V_SPACE ? v->h * (1 - TIGHT_SPACE * f->tight) :
	    v->type == V_LINE || v->type == V_TOC ?
	    v->h * (1 - TIGHT_LINE * f->tight) : v->h;
}

static float
row_height(const struct flow *f, const struct pdf_row *row)
{
	const struct pdf_list *l;
	float most = 0, h;
	size_t i, k;

	if (f->tight <= 0)
		return row->h;
	for (i = 0; i < row->n; i++) {
		l = &row->cell[i].list;
		for (h = 0, k = 0; k < l->n; k++)
			h += height(f, &l->v[k]);
		most = fmaxf(most, h);
	}
	return fmaxf(most + 2 * (row->table->pady - pad_cut(f, row)),
	    row->minh);
}

/* ---- rows ---- */

static void place_row(struct flow *, struct pdf_row *, float y, bool again);

/* A paragraph cut by the end of the page is tagged on each. */
static void
again(struct flow *f, const struct pdf_list *l, size_t k, bool begin)
{
	struct pdf_para *q;

	if (k >= l->n || l->v[k].type != V_LINE || l->v[k].i == 0)
		return;
	q = l->v[k].u.para;
	if (begin)
		tag(f, q->tag, &q->elem);
	else
		end_tag(f, q->tag);
}

/* Items of a cell from *k on that fit above limit; returns the end. */
static float
cell_part(struct flow *f, const struct pdf_list *l, size_t *k, float y,
    float limit)
{
	const struct pdf_vitem *v, *left[OPEN_MAX];
	size_t base = f->nopen, n = 0, i;
	float top = y, h;

	/* open again what a part on an earlier page left open */
	for (i = 0; i < *k; i++)
		if (l->v[i].type == V_OPEN && n < OPEN_MAX)
			left[n++] = &l->v[i];
		else if (l->v[i].type == V_CLOSE && n > 0)
			n--;
	for (i = 0; i < n; i++)
		open_item(f, left[i], y);
	again(f, l, *k, true);
	for (; *k < l->n; (*k)++) {
		v = &l->v[*k];
		if (v->type == V_SPACE && y == top)
			continue;
		h = height(f, v);
		if (y + h > limit + 0.1f && v->type != V_SPACE &&
		    v->type != V_CLOSE && y > top)
			break;
		if (v->type == V_ROW)
			place_row(f, v->u.row, y, false);
		else
			place(f, v, y);
		y += h;
	}
	again(f, l, *k, false);
	while (f->nopen > base)
		close_item(f, y);
	return y;
}

struct row_part {
	struct pdf_row	*row;
	size_t		*k;		/* the next item of each cell */
	size_t		 box;		/* op of the first ground */
	bool		 again;		/* a head row repeated: no tags */
};

static void
row_grounds(struct flow *f, struct row_part *r, float y)
{
	struct pdf_op *o;
	size_t i;

	r->box = f->page->n;
	if (r->row->filled) {
		o = add_box(f, OP_BOX, r->row->table->x, y, r->row->fill);
		o->w = r->row->table->w;
	}
	for (i = 0; i < r->row->n; i++)
		if (r->row->cell[i].filled) {
			o = add_box(f, OP_BOX, r->row->cell[i].x, y,
			    r->row->cell[i].fill);
			o->w = r->row->cell[i].w;
		}
}

static void
row_rules(struct flow *f, struct row_part *r, float y, float h)
{
	const struct pdf_table *t = r->row->table;
	size_t i;

	for (i = r->box; i < f->page->n && f->page->op[i].type == OP_BOX &&
	    f->page->op[i].h == 0; i++)
		f->page->op[i].h = h;
	rule_op(f, t->x, y + h, t->w, 0);
	if (!t->grid)
		return;
	if (f->page->op[f->page->n - 1].y == y + h)
		rule_op(f, t->x, y, t->w, 0);
	rule_op(f, t->x, y, 0, h);
	for (i = 0; i < r->row->n; i++)
		rule_op(f, r->row->cell[i].x + r->row->cell[i].w, y, 0, h);
}

/* As much of the row as fits above limit; returns its height. */
static float
row_part(struct flow *f, struct row_part *r, float y, float limit,
    bool *all)
{
	struct pdf_row *row = r->row;
	float h = row->minh, end, pad = row->table->pady - pad_cut(f, row);
	struct pdf_cell *c;
	size_t i, marks;

	row_grounds(f, r, y);
	if (row->anchor != NULL && !r->again)
		place_dest(f, row->anchor, y);
	if (r->again)
		tag(f, "Artifact", NULL);
	else
		tag(f, "TR", &row->elem);
	*all = true;
	for (i = 0; i < row->n; i++) {
		c = &row->cell[i];
		marks = f->page->n;
		if (!r->again)
			tag(f, c->th ? "TH" : "TD", &c->elem)->i = c->span;
		end = cell_part(f, &c->list, &r->k[i], y + pad, limit - pad);
		if (!r->again)
			end_tag(f, c->th ? "TH" : "TD");
		else
			for (; marks < f->page->n; marks++)
				if (f->page->op[marks].type == OP_TAG ||
				    f->page->op[marks].type == OP_END)
					f->page->op[marks].text = NULL;
		if (r->k[i] < c->list.n)
			*all = false;
		end += pad - y;
		h = end > h ? end : h;
	}
	end_tag(f, r->again ? "Artifact" : "TR");
	row_rules(f, r, y, h);
	return h;
}

/* The whole row at y, whether it fits or not. */
static void
place_row(struct flow *f, struct pdf_row *row, float y, bool again)
{
	struct row_part r = { row, NULL, 0, again };
	bool all;

	r.k = arena_alloc(f->p->arena, row->n * sizeof(*r.k));
	row_part(f, &r, y, 1e9f, &all);
}

/* ---- pages ---- */

static void
start_page(struct flow *f)
{
	struct pdf *p = f->p;
	struct pdf_page *g;

	p->page = arena_grow(p->keep, p->page, p->npage, sizeof(*p->page));
	g = f->page = &p->page[p->npage++];
	g->w = pdf_page_w(p, f->turned);
	g->h = pdf_page_h(p, f->turned);
	g->chapter = f->chapter;
	g->section = f->section;
	g->first = g->last = f->record;
	f->y = PDF_TOP;
	f->bottom = g->h - PDF_BOTTOM;
	f->fresh = true;
}

/* The next page, with boxes and head rows of what is still open. */
static void
next_page(struct flow *f)
{
	struct opened *o;
	size_t i, k;

	for (i = 0; i < f->nopen; i++)
		end_ground(f, &f->open[i], f->y);
	start_page(f);
	for (i = 0; i < f->nopen; i++) {
		o = &f->open[i];
		if (o->deco != NULL) {
			ground(f, o, f->y);
			f->y += o->deco->pad;
		}
		if (o->table == NULL || !o->started)
			continue;
		for (k = 0; k < o->table->nhead; k++) {
			place_row(f, o->table->head[k], f->y, true);
			f->y += row_height(f, o->table->head[k]);
		}
	}
	f->fresh = true;
}

static float
need_of(const struct flow *f, const struct pdf_vitem *v)
{
	float h = height(f, v);

	if (v->type == V_ROW && h > (f->bottom - PDF_TOP) * 0.3f)
		return SPLIT_MIN;
	return h;
}

/* A body row, over as many pages as it takes. */
static void
flow_row(struct flow *f, struct pdf_row *row)
{
	struct row_part r = { row, NULL, 0, false };
	bool all = false;

	r.k = arena_alloc(f->p->arena, row->n * sizeof(*r.k));
	for (;;) {
		f->y += row_part(f, &r, f->y, f->bottom, &all);
		f->fresh = false;
		if (all)
			break;
		next_page(f);
	}
	if (f->nopen > 0 && !row->head)
		f->open[f->nopen - 1].started = true;
}

/* Items that stay together from i on; what they need of the page. */
static size_t
chunk(const struct flow *f, const struct pdf_list *l, size_t i, float *need)
{
	const struct pdf_vitem *v;

	for (*need = 0; i < l->n; i++) {
		v = &l->v[i];
		if (v->type == V_TURN || v->type == V_ROOM)
			break;
		*need += need_of(f, v);
		if (v->keep || v->type == V_OPEN || v->type == V_DEST ||
		    v->type == V_LABEL || v->type == V_SPACE)
			continue;
		/* the foot of a box that ends here */
		for (i++; i < l->n && l->v[i].type == V_CLOSE; i++)
			*need += l->v[i].h;
		break;
	}
	return i;
}

static void
turn_page(struct flow *f, const struct pdf_vitem *v)
{
	size_t i;

	if (v->text != NULL) {
		f->chapter = v->text;
		f->section = f->record = NULL;
	}
	for (i = 0; i < f->nopen; i++)
		end_ground(f, &f->open[i], f->y);
	f->turned = v->i != 0;
	start_page(f);
	f->page->bare = v->bare;
}

static void
flow_item(struct flow *f, const struct pdf_vitem *v)
{
	if (v->type == V_SPACE) {
		if (!f->fresh)
			f->y += height(f, v);
		return;
	}
	if (v->type == V_FILL) {
		f->y += v->h;
		return;
	}
	if (f->y + need_of(f, v) > f->bottom + 0.1f && !f->fresh &&
	    v->type != V_CLOSE && v->h > 0)
		next_page(f);
	if (v->type == V_ROW) {
		flow_row(f, v->u.row);
		return;
	}
	place(f, v, f->y);
	f->y += height(f, v);
	if (v->h > 0 && v->type != V_OPEN)
		f->fresh = false;
}

#define SMALLER	0.7f	/* what figures give to stay on their page */

/*
 * Figures that are only a little too high for the rest of the page are made
 * smaller, rather than leave that empty.  True when it did; *i is then past
 * the items that are set.
 */
static bool
flow_smaller(struct flow *f, const struct pdf_list *l, size_t *i, size_t to,
    float need)
{
	struct pdf_vitem v;
	float all = 0, give;
	size_t k;

	for (k = *i; k < to; k++)
		if (l->v[k].type == V_FIGURE) {
			if (l->v[k].u.node->type != NODE_FIGURE)
				return false;
			all += l->v[k].h;
		}
	give = all > 0 ? (f->y + need - f->bottom) / all : 1;
	if (give > 1 - SMALLER)
		return false;
	for (; *i < to; ++*i) {
		v = l->v[*i];
		if (v.type == V_FIGURE)
			v.h *= 1 - give;
		flow_item(f, &v);
	}
	return true;
}

/* May a page that is to end early do so before the items i..to? */
static bool
ends_early(const struct flow *f, const struct pdf_list *l, size_t i,
    size_t to)
{
	if (f->early != f->p->npage || f->fresh ||
	    f->y < PDF_TOP + (f->bottom - PDF_TOP) * GIVE)
		return false;
	for (; i < to; i++)
		if (l->v[i].type == V_ROOM || (l->v[i].type == V_OPEN &&
		    l->v[i].table != NULL && l->v[i].table->nhead > 0))
			return true;
		else if (l->v[i].type != V_DEST && l->v[i].type != V_SPACE &&
		    l->v[i].type != V_OPEN)
			break;
	return false;
}

/*
 * What can be set anew: what stands between two V_TURN, or a part at the end
 * of that; what there was before it, the first of its pages with or without.
 */
struct stretch {
	const struct pdf_list *l;
	size_t		 i, end;
	struct flow	 was;
	size_t		 npage, nop;
	bool		 begun;		/* its first page is there already */
};

/* The section that begins at item i has a page of its own so far. */
static void
section_begins(const struct flow *f, size_t i)
{
	if (f->last == NULL || !f->fresh || f->nopen > 0)
		return;
	f->last->i = i;
	f->last->was = *f;
	f->last->was.last = NULL;
	f->last->npage = f->p->npage;
	f->last->nop = f->page->n;
}

/* Items i..end, of which a V_TURN can only be the first. */
static void
flow_items(struct flow *f, const struct pdf_list *l, size_t i, size_t end)
{
	const struct pdf_list part = { l->v, end };
	const struct pdf_vitem *v;
	float need;
	size_t to;

	while (i < end) {
		v = &l->v[i];
		if (v->type == V_TURN || v->type == V_ROOM) {
			if (v->type == V_TURN)
				turn_page(f, v);
			else if ((!f->fresh && f->y + v->h > f->bottom) ||
			    ends_early(f, l, i, i + 1))
				next_page(f);
			section_begins(f, i++);
			continue;
		}
		if (v->type == V_SPACE || v->type == V_CLOSE) {
			flow_item(f, v);
			i++;
			continue;
		}
		to = chunk(f, &part, i, &need);
		if (ends_early(f, l, i, to) || (!f->fresh &&
		    f->y + need > f->bottom + 0.1f &&
		    !flow_smaller(f, l, &i, to, need)))
			next_page(f);
		if (f->fresh && f->y + need > f->bottom + 0.1f)
			flow_smaller(f, l, &i, to, need);
		for (; i < to; i++)
			flow_item(f, &l->v[i]);
	}
}

/*
 * As if nothing had been set since was, when there were npage pages with nop
 * operations on the last.
 */
static void
undo(struct flow *f, const struct flow *was, size_t npage, size_t nop)
{
	struct pdf *p = f->p;
	size_t i;

	for (i = was->nplaced; i < f->nplaced; i++)
		f->placed[i]->page = 0;
	for (i = npage; i < p->npage; i++)
		free(p->page[i].op);
	memset(p->page + npage, 0, (p->npage - npage) * sizeof(*p->page));
	p->npage = npage;
	*f = *was;
	if (npage > 0) {
		f->page = &p->page[npage - 1];
		f->page->n = nop;
	}
}

/* The pages that it takes. */
static size_t
pages_of(const struct flow *f, const struct stretch *s)
{
	return f->p->npage - s->npage + s->begun;
}

/* Sets it anew; early is the page that ends early.  How many pages it took. */
static size_t
set_again(struct flow *f, const struct stretch *s, float tight, size_t early)
{
	undo(f, &s->was, s->npage, s->nop);
	f->tight = tight;
	f->early = early;
	flow_items(f, s->l, s->i, s->end);
	f->tight = 0;
	f->early = 0;
	return pages_of(f, s);
}

/* Does little stand alone on the last of so many pages? */
static bool
has_tail(const struct flow *f, size_t pages)
{
	return pages > 1 && f->y - PDF_TOP <= (f->bottom - PDF_TOP) *
	    (f->turned ? TAIL_TURNED : TAIL);
}

/*
 * What little stands alone on the last page is drawn up onto the pages before
 * it when there is room between the things on them, as little tighter as it
 * takes.
 */
static void
draw_up(struct flow *f, const struct stretch *s)
{
	size_t took = pages_of(f, s), now;
	float tight, best = 0;

	for (tight = TIGHT_STEP; tight <= 1; tight += TIGHT_STEP) {
		if ((now = set_again(f, s, tight, 0)) >= took)
			continue;
		if (!has_tail(f, now))
			return;
		took = now;
		best = tight;
	}
	if (set_again(f, s, best, s->npage - s->begun + took - 1) != took)
		set_again(f, s, best, 0);
}

/* All of it, or of a long one the last section that begins a page. */
static void
flow_stretch(struct flow *f, const struct pdf_list *l, size_t i, size_t end)
{
	struct stretch s = { .l = l, .i = i, .end = end };
	struct stretch last = { .l = l, .i = end, .end = end, .begun = true };

	f->nplaced = 0;
	s.was = *f;
	s.npage = f->p->npage;
	s.nop = s.npage > 0 ? f->page->n : 0;
	f->last = &last;
	flow_items(f, l, i, end);
	f->last = NULL;
	if (!has_tail(f, pages_of(f, &s)))
		return;
	if (pages_of(f, &s) <= TIGHT_PAGES)
		draw_up(f, &s);
	else if (last.i < end && has_tail(f, pages_of(f, &last)) &&
	    pages_of(f, &last) <= TIGHT_PAGES)
		draw_up(f, &last);
}

void
pdf_pages(struct pdf *p, const struct pdf_list *l)
{
	struct flow f = { .p = p };
	size_t i, end;

	if (l->n == 0 || l->v[0].type != V_TURN)
		start_page(&f);
	for (i = 0; i < l->n; i = end) {
		for (end = i + 1; end < l->n && l->v[end].type != V_TURN; end++)
			;
		flow_stretch(&f, l, i, end);
	}
	while (f.nopen > 0)
		close_item(&f, f.y);
}
