#include <math.h>
#include <string.h>

#include "base/map.h"
#include "base/arena.h"
#include "out/pdf.h"
#include "out/pdf_table.h"

/*
 * Tables.  Each cell is measured once: how narrow it can be and how wide it
 * wants to be.  From that the columns get their widths (pdf_width.c), then the
 * cells their lines.
 */

#define ROWS_FEW	16
#define LINES_FEW	3.2f	/* a row of those may have */
#define LINES_MANY	2.0f
#define SIGN_ROW	24.0f
#define IMAGE_MIN	36.0f	/* of an image in a cell */
#define IMAGE_WANT	140.0f
#define HEAD_PHRASE	6.6f	/* em */
#define KATAKANA_MAX	10.1f	/* em; longer words may be parted */
#define CELL_MIN_MAX	150.0f	/* longer words are cut rather than obeyed */

static enum pdf_style
dense_style(unsigned dense)
{
	return dense == 0 ? ST_TABLE : dense == 1 ? ST_TABLE1 : ST_TABLE2;
}

float
pdf_padx(const struct node *n, unsigned dense)
{
	if (n->name != NULL && strcmp(n->name, "grid") == 0)
		return 2;
	return dense == 0 ? 4.5f : dense == 1 ? 2.8f : 2.2f;
}

static bool
only_inlines(struct pdf *p, const struct node *n)
{
	const struct node *c;

	for (c = n->first; c != NULL; c = c->next)
		if (!node_is_inline(c->type) || pdf_drawn(p, c) != NULL)
			return false;
	return true;
}

static bool
named(const struct node *n, const char *name)
{
	return n->name != NULL && strcmp(n->name, name) == 0;
}

static struct pdf_look
cell_look(const struct node *row, const struct node *cell, unsigned dense)
{
	struct pdf_look look = *pdf_look(dense_style(dense));

	if (row->head) {
		look.bold = true;
		look.ink = pdf_look(ST_HEAD)->ink;
	} else if ((row->parent->type == NODE_COLUMNS && cell == row->first) ||
	    (named(row->parent, "form") && cell->tone == TONE_MUTED)) {
		look.bold = true;
		look.ink = pdf_look(ST_LABEL)->ink;
	}
	return look;
}

/* Japanese could be set one character to a line; four read well, and names
   are not parted, nor words of katakana that are not too long. */
static float
japanese_min(const struct pdf_para *q, float size)
{
	float w = 0, most = 0;
	bool any = false;
	size_t i;

	if (q->njapanese == 0)
		return 0;
	for (i = 0; i < q->ntok; i++) {
		any = any || (q->tok[i].stretch &&
		    q->tok[i].type == TOK_WORD);
		if (pdf_is_katakana(&q->tok[i]))
			w += q->tok[i].w;
		else if (w > 0 && q->tok[i - 1].brk == BRK_NO)
			/* a comma that stays with the word */
			w += q->tok[i].w - size * (float)q->tok[i].hang / 8;
		else
			w = 0;
		if (w > most && w <= size * KATAKANA_MAX)
			most = w;
		if (!pdf_is_katakana(&q->tok[i]))
			w = 0;
	}
	return !any ? 0 : q->max <= size * 7 ? q->max :
	    fmaxf(size * 4.2f, most + 0.1f);
}

/* A cell with blocks: measured by the paragraphs in it. */
static void
measure_blocks(struct pdf *p, struct pdf_cellm *m, const struct node *n,
    const struct pdf_look *look, float in)
{
	const struct node *c;
	struct pdf_para *q;

	if (only_inlines(p, n)) {
		q = pdf_para_new(p, look, pdf_lang(p, n));
		pdf_para_inlines(p, q, look, n);
		pdf_para_end(p, q);
		m->min = fmaxf(m->min, fmaxf(q->min,
		    japanese_min(q, look->size)) + in);
		m->max = fmaxf(m->max, q->max + in);
		m->all += q->max;
		m->indent = fmaxf(m->indent, in);
		m->paras++;
		return;
	}
	for (c = n->first; c != NULL; c = c->next)
		if (!node_is_inline(c->type))
			measure_blocks(p, m, c, look,
			    c->type == NODE_ITEM ? in + look->size * 1.6f : in);
		else if (pdf_drawn(p, c) != NULL) {
			m->min = fmaxf(m->min, IMAGE_MIN + in);
			m->max = fmaxf(m->max, IMAGE_WANT + in);
		} else {
			q = pdf_para_new(p, look, pdf_lang(p, n));
			pdf_para_some(p, q, look, c);
			pdf_para_end(p, q);
			m->min = fmaxf(m->min, q->min + in);
			m->max = fmaxf(m->max, q->max + in);
		}
}

/* Changes made at once are told in one paragraph. */
static void
run_together(struct pdf *p, struct pdf_para *q, const struct pdf_look *look,
    const struct node *cell)
{
	const struct node *c;
	enum lang lang = pdf_lang(p, cell);
	const char *between;

	if (only_inlines(p, cell)) {
		pdf_para_inlines(p, q, look, cell);
		return;
	}
	for (c = cell->first; c != NULL; c = c->next) {
		pdf_para_inlines(p, q, look, c);
		if (c->next != NULL) {
			/* a full stop needs no other behind it */
			between = q->last == '.' ? " " : q->last == 0x3002 ?
			    "" : lang_pick(lang, "; ", "；");
			pdf_para_seg(p, q, look, lang);
			pdf_para_text(p, q, between, strlen(between), c->at);
		}
	}
}

static void
measure_cell(struct pdf *p, struct pdf_measure *t, struct pdf_cellm *m,
    const struct node *row)
{
	struct pdf_look look = cell_look(row, m->node, t->dense);
	float pad = 2 * pdf_padx(t->node, t->dense);
	struct pdf_para *q;

	if (only_inlines(p, m->node) || named(t->node, "timeline")) {
		q = pdf_para_new(p, &look, pdf_lang(p, m->node));
		if (named(t->node, "timeline"))
			run_together(p, q, &look, m->node);
		else
			pdf_para_inlines(p, q, &look, m->node);
		pdf_para_end(p, q);
		m->para = q;
		m->min = fmaxf(q->min, japanese_min(q, look.size));
		/* the words of a head are not parted where that is little */
		if (row->head && q->njapanese > 0)
			m->min = fmaxf(m->min, pdf_phrase_min(q,
			    look.size * HEAD_PHRASE) + 0.1f);
		m->max = q->max;
	} else
		measure_blocks(p, m, m->node, &look, 0);
	if (m->min > CELL_MIN_MAX)
		m->min = CELL_MIN_MAX;
	if (m->span > 1)
		return;
	t->min[m->col] = fmaxf(t->min[m->col], m->min + pad);
	t->max[m->col] = fmaxf(t->max[m->col], m->max + pad);
}

static size_t
cells(const struct node *table)
{
	const struct node *r, *c;
	size_t n = 0;

	for (r = table->first; r != NULL; r = r->next)
		for (c = r->first; c != NULL; c = c->next)
			n++;
	return n;
}

static struct pdf_measure *
measure(struct pdf *p, const struct node *n, unsigned dense)
{
	struct pdf_measure *t = arena_alloc(p->arena, sizeof(*t));
	const struct node *r, *c;
	struct pdf_cellm *m;
	unsigned col;
	size_t i;

	t->node = n;
	t->dense = dense;
	t->cell = arena_alloc(p->arena, cells(n) * sizeof(*t->cell));
	for (r = n->first; r != NULL; r = r->next, t->nrow++) {
		for (c = r->first, col = 0; c != NULL && col < PDF_COLS_MAX;
		    c = c->next) {
			m = &t->cell[t->ncell++];
			m->node = c;
			m->col = col;
			m->span = c->span > 1 ? c->span : 1;
			if (m->col + m->span > PDF_COLS_MAX)
				m->span = PDF_COLS_MAX - m->col;
			col += m->span;
			measure_cell(p, t, m, r);
		}
		if (col > t->ncol)
			t->ncol = col;
	}
	for (i = 0; i < t->ncol; i++) {
		t->summin += t->min[i];
		t->summax += t->max[i];
	}
	return t;
}

/* Kept between the question whether to turn the page and the setting. */
static struct pdf_measure *
measured(struct pdf *p, const struct node *n, unsigned dense)
{
	struct pdf_measure *t;

	for (t = p->measured; t != NULL; t = t->next)
		if (t->node == n && t->dense == dense)
			return t;
	t = measure(p, n, dense);
	t->next = p->measured;
	p->measured = t;
	return t;
}

/*
 * Would the rows read well on an upright page in a smaller size?  Of a few
 * rows more is bearable than of many.
 */
static bool
upright(struct pdf *p, const struct node *n, float w)
{
	struct pdf_measure *t = measured(p, n, 1);
	float tall;

	if (t->summin > w)
		return false;
	tall = pdf_tallness(t, w);
	return tall <= LINES_MANY || (t->nrow <= ROWS_FEW && (!n->wide ||
	    tall <= LINES_FEW));
}

bool
pdf_table_wide(struct pdf *p, const struct node *n)
{
	struct pdf_measure *t;
	float w = pdf_text_w(p, false);

	if (n->type != NODE_TABLE)
		return false;
	t = measured(p, n, 0);
	if (t->summin <= w && !(n->wide && t->summax > w * 1.15f))
		return false;
	return !upright(p, n, w);
}

#define COLS_TALL	7	/* fewer are never narrow enough to matter */
#define LINES_TALL	2.4f
#define LINES_SAVED	0.78f

/*
 * The measures in the size in which the table is set: a smaller one where
 * words would have to be cut, or where many narrow columns make rows so tall
 * that they read worse than small type does.  A turned page is wide enough.
 */
static struct pdf_measure *
sized(struct pdf *p, const struct node *n, float w)
{
	struct pdf_measure *m = measured(p, n, p->dense), *small;
	float tall;

	while (m->summin > w && p->dense < 2)
		m = measured(p, n, ++p->dense);
	if (p->dense > 0 || n->type != NODE_TABLE || m->ncol < COLS_TALL ||
	    m->summax <= w || w > pdf_text_w(p, false) ||
	    (tall = pdf_tallness(m, w)) < LINES_TALL)
		return m;
	small = measured(p, n, 1);
	if (pdf_tallness(small, w) > tall * LINES_SAVED)
		return m;
	p->dense = 1;
	return small;
}

static void
label_columns(const struct pdf_measure *t, float w, float *width)
{
	float first = t->max[0];

	if (first > w * 0.32f)
		first = fmaxf(t->min[0], w * 0.32f);
	if (first < w * 0.2f)
		first = w * 0.2f;
	if (first > w * 0.6f)
		first = w * 0.6f;
	width[0] = first;
	if (t->ncol > 1)
		width[1] = w - first;
}

/* Set one measured cell into its place in the row. */
static void
set_cell(struct pdf *p, struct pdf_row *row, struct pdf_cellm *m)
{
	struct pdf_table *t = row->table;
	struct pdf_cell *c = &row->cell[row->n++];
	enum pdf_style was = p->style;
	float w;

	c->x = t->colx[m->col];
	c->w = t->colx[m->col + m->span] - c->x;
	c->th = row->head || ((t->labels || (named(m->node->parent->parent,
	    "form") && m->node->tone == TONE_MUTED)) && m->col % 2 == 0);
	c->align = m->node->align;
	c->span = m->span;
	if (m->node->tone != TONE_PLAIN) {
		c->filled = true;
		c->fill = pdf_tint(m->node->tone);
	}
	w = c->w - 2 * t->padx;
	p->style = dense_style(p->dense);
	if (m->para != NULL) {
		m->para->align = m->node->align;
		if (m->para->align == ALIGN_NONE && t->grid && m->col > 0 &&
		    !named(m->node->parent->parent, "form"))
			m->para->align = ALIGN_CENTER;
		if (m->para->ntok > 0) {
			pdf_para_break(p, m->para, w);
			pdf_lines(p, &c->list, m->para, c->x + t->padx);
		}
	} else
		pdf_blocks(p, &c->list, m->node, c->x + t->padx, w);
	p->style = was;
	pdf_close_up(&c->list);
	c->h = pdf_list_height(&c->list) + 2 * t->pady;
	if (c->h > row->h)
		row->h = c->h;
}

/*
 * What a cell leaves free of its row stands above it: all of it in a head,
 * whose words end where the table begins, half of it in a box for signing.
 */
static void
push_down(struct pdf *p, struct pdf_row *row, float share)
{
	struct pdf_list *l;
	size_t i;

	for (i = 0; i < row->n; i++) {
		l = &row->cell[i].list;
		if (l->n == 0 || row->cell[i].h + 0.5f > row->h)
			continue;
		pdf_push(p, l, V_FILL);
		memmove(l->v + 1, l->v, (l->n - 1) * sizeof(*l->v));
		memset(l->v, 0, sizeof(*l->v));
		l->v[0].type = V_FILL;
		l->v[0].h = (row->h - row->cell[i].h) * share;
	}
}

static struct pdf_row *
set_row(struct pdf *p, struct pdf_table *t, struct pdf_measure *m, size_t *next,
    const struct node *rn)
{
	struct pdf_row *row = arena_alloc(p->arena, sizeof(*row));
	const struct node *c;
	size_t n = 0;

	for (c = rn->first; c != NULL; c = c->next)
		n++;
	row->table = t;
	row->cell = arena_alloc(p->arena, n * sizeof(*row->cell));
	row->head = rn->head;
	row->anchor = rn->anchor;
	if (rn->anchor == NULL && rn->ref != NULL &&
	    map_get(p->stands, rn->ref) == rn)
		row->anchor = rn->ref;
	row->h = row->minh = row->head ? 0 : named(m->node, "sign") &&
	    rn->h <= 0 ? SIGN_ROW : (float)rn->h;
	if (rn->tone != TONE_PLAIN) {
		row->filled = true;
		row->fill = pdf_tint(rn->tone);
	} else if (rn->head && !t->labels) {
		row->filled = true;
		row->fill = (struct pdf_color){ 0.925f, 0.945f, 0.957f };
	}
	for (; *next < m->ncell && m->cell[*next].node->parent == rn;
	    (*next)++)
		set_cell(p, row, &m->cell[*next]);
	if (row->head)
		push_down(p, row, 1);
	else if (named(m->node, "sign"))
		push_down(p, row, 0.5f);
	return row;
}

#define ROW_SMALL	60.0f	/* such rows do not stand alone on a page */

/* A small table is not cut by the end of a page. */
static void
hold_together(struct pdf *p, struct pdf_list *l, size_t first, float sum)
{
	if (sum > pdf_text_h(p, false) * (l->v[first].u.row->table->grid ?
	    0.6f : 0.22f))
		return;
	for (; first + 1 < l->n; first++)
		l->v[first].keep = true;
}

static void
set_rows(struct pdf *p, struct pdf_list *l, struct pdf_table *t,
    struct pdf_measure *m)
{
	const struct node *rn;
	struct pdf_vitem *v;
	struct pdf_row *row;
	size_t next = 0, nbody = 0, first = l->n;
	bool body = false;
	float sum = 0;

	for (rn = m->node->first; rn != NULL; rn = rn->next) {
		row = set_row(p, t, m, &next, rn);
		if (rn->head && !body && rn->next != NULL) {
			t->head = arena_grow(p->arena, t->head, t->nhead,
			    sizeof(*t->head));
			t->head[t->nhead++] = row;
			t->headh += row->h;
		} else
			body = true;
		v = pdf_push(p, l, V_ROW);
		v->u.row = row;
		v->h = row->h;
		/* a row across the table is the title of those below it */
		v->keep = !body || (row->n == 1 && t->ncol > 1 &&
		    row->cell[0].span == t->ncol);
		sum += row->h;
		nbody += body;
		if (!v->keep && (nbody == 1 || (rn->next != NULL &&
		    rn->next->next == NULL)))
			v->keep = row->h < ROW_SMALL;
	}
	hold_together(p, l, first, sum);
}

/* ---- labels and values, two pairs to a row where they are short ---- */

#define PAIRS_MIN	4	/* fewer stand one below the other */

/* The width of a label column when two pairs share the row; 0: never. */
static float
pair_label(const struct pdf_measure *t, float w)
{
	float label = t->max[0];

	if (t->ncol != 2 || w < 380)
		return 0;
	return label > w * 0.2f ? w * 0.2f : label < w * 0.14f ? w * 0.14f :
	    label;
}

static bool
is_short(const struct pdf_measure *t, const struct pdf_cellm *m, float value)
{
	const struct node *row = m->node->parent;

	return row->tone == TONE_PLAIN && row->anchor == NULL &&
	    m[0].span == 1 && m[1].para != NULL &&
	    m[1].max + 2 * pdf_padx(t->node, t->dense) <= value;
}

static bool
pairs_pay(const struct pdf_measure *t, float w)
{
	float label = pair_label(t, w);
	size_t i, n = 0;

	if (label == 0)
		return false;
	for (i = 0; i + 1 < t->ncell; i += 2) {
		if (t->cell[i].node->parent != t->cell[i + 1].node->parent)
			return false;
		n += is_short(t, &t->cell[i], w / 2 - label);
	}
	return n >= PAIRS_MIN && t->ncell % 2 == 0;
}

/* The first three rows and the last two of the facts stay together. */
static void
hold_ends(struct pdf_list *l, size_t first)
{
	size_t i;

	for (i = first; i + 1 < l->n; i++)
		if (i < first + 2 || i + 2 == l->n)
			l->v[i].keep = l->v[i].h < ROW_SMALL;
}

static void
set_pairs(struct pdf *p, struct pdf_list *l, struct pdf_table *t,
    struct pdf_measure *m)
{
	float value = t->colx[2] - t->colx[1];
	struct pdf_vitem *v;
	struct pdf_row *row;
	struct pdf_cellm *c;
	size_t i, first = l->n;

	for (i = 0; i + 1 < m->ncell; i += 2) {
		c = &m->cell[i];
		row = arena_alloc(p->arena, sizeof(*row));
		row->table = t;
		row->anchor = c->node->parent->anchor;
		row->cell = arena_alloc(p->arena, 4 * sizeof(*row->cell));
		set_cell(p, row, &c[0]);
		if (i + 3 < m->ncell && is_short(m, c, value) &&
		    is_short(m, c + 2, value)) {
			c[2].col = 2;
			c[3].col = 3;
			set_cell(p, row, &c[1]);
			set_cell(p, row, &c[2]);
			set_cell(p, row, &c[3]);
			/* the measures may be used once more */
			c[2].col = 0;
			c[3].col = 1;
			i += 2;
		} else {
			c[1].span = 3;
			set_cell(p, row, &c[1]);
			c[1].span = 1;
		}
		v = pdf_push(p, l, V_ROW);
		v->u.row = row;
		v->h = row->h;
	}
	hold_ends(l, first);
}

static struct pdf_table *
start(struct pdf *p, const struct node *n, struct pdf_measure *m, float x,
    float w)
{
	struct pdf_table *t = arena_alloc(p->arena, sizeof(*t));
	float width[PDF_COLS_MAX];
	size_t i, ncol = m->ncol;

	t->labels = n->type == NODE_COLUMNS;
	t->grid = named(n, "grid") || named(n, "sign") ||
	    named(n, "form");
	t->x = x;
	t->w = w;
	t->padx = pdf_padx(n, p->dense);
	t->pady = named(n, "grid") ? 1.7f : p->dense == 0 ? 3.1f : 2.3f;
	t->rule = pdf_tint(TONE_MUTED);
	t->rule = (struct pdf_color){ 0.82f, 0.847f, 0.875f };
	t->pairs = t->labels && pairs_pay(m, w);
	if (t->pairs) {
		ncol = 4;
		width[0] = width[2] = pair_label(m, w);
		width[1] = width[3] = w / 2 - width[0];
	} else if (t->labels)
		label_columns(m, w, width);
	else if (named(n, "form") && ncol == 4) {
		width[0] = width[2] = w * 0.17f;
		width[1] = width[3] = w * 0.33f;
	} else if (named(n, "sign"))
		for (i = 0; i < ncol; i++)
			width[i] = w / (float)ncol;
	else
		pdf_widths(m, w, width);
	t->ncol = ncol;
	t->colx = arena_alloc(p->arena, (ncol + 1) * sizeof(*t->colx));
	t->colx[0] = x;
	for (i = 0; i < ncol; i++)
		t->colx[i + 1] = t->colx[i] + width[i];
	return t;
}

static void
caption(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	const struct pdf_caption *c = pdf_caption_of(p,
	    p->part_of != NULL ? p->part_of : n);
	struct pdf_para *q;
	size_t first;

	p->part_of = NULL;
	if (c != NULL) {
		pdf_anchor(p, l, c->anchor);
		pdf_caption_set(p, l, c, x, w);
		pdf_space(p, l, 4);
		l->v[l->n - 1].keep = true;
		return;
	}
	if (n->text == NULL || *n->text == '\0')
		return;
	q = pdf_para_plain(p, pdf_look(ST_CAPTION), n->text, pdf_lang(p, n));
	q->tag = "Caption";
	pdf_para_break(p, q, w);
	first = l->n;
	pdf_lines(p, l, q, x);
	for (; first < l->n; first++)
		l->v[first].keep = true;
	pdf_space(p, l, 3);
	l->v[l->n - 1].keep = true;
}

/* A few key figures, four to a row. */
static void
tiles(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	const struct node *r;
	struct pdf_tiles *t = arena_alloc(p->arena, sizeof(*t));
	struct pdf_vitem *v;
	struct pdf_look look;
	size_t count = 0, per, i;
	float gap = 8, tw;

	for (r = n->first; r != NULL; r = r->next)
		count++;
	if (count == 0)
		return;
	per = count <= 4 ? count : count % 4 == 0 || count > 6 ? 4 : 3;
	tw = (w - gap * (float)(per - 1)) / (float)per;
	for (r = n->first, i = 0; r != NULL; r = r->next, i++) {
		if (i % per == 0) {
			t = arena_alloc(p->arena, sizeof(*t));
			t->w = tw;
			v = pdf_push(p, l, V_TILES);
			v->u.tiles = t;
			v->x = x;
			v->h = 46;
			v->keep = true;
			pdf_space(p, l, gap);
		}
		look = *pdf_look(ST_TILE);
		look.ink = pdf_ink(r->last->tone != TONE_PLAIN ?
		    r->last->tone : TONE_ACCENT);
		t->tone[t->n] = r->last->tone;
		t->value[t->n] = pdf_para_new(p, &look, pdf_lang(p, r));
		pdf_para_inlines(p, t->value[t->n], &look, r->last);
		pdf_para_end(p, t->value[t->n]);
		pdf_para_break(p, t->value[t->n], tw - 16);
		look = *pdf_look(ST_TILE_LABEL);
		t->label[t->n] = pdf_para_new(p, &look, pdf_lang(p, r));
		pdf_para_inlines(p, t->label[t->n], &look, r->first);
		pdf_para_end(p, t->label[t->n]);
		pdf_para_break(p, t->label[t->n], tw - 16);
		v = &l->v[l->n - 2];
		v->h = fmaxf(v->h, 18 + (float)t->value[t->n]->nline * 21 +
		    (float)t->label[t->n]->nline * 10);
		t->n++;
	}
	l->v[l->n - 2].keep = false;
	pdf_space(p, l, 12);
}

/* Columns 0 and from..to-1 of a table, as one of its own. */
static struct node *
some_columns(struct pdf *p, const struct node *n, unsigned from, unsigned to)
{
	struct node *t = node_new(p->arena, n->type), *row, *cell;
	const struct node *r, *c;
	unsigned col;

	*t = *n;
	t->first = t->last = NULL;
	if (from > 1)
		t->anchor = NULL;
	for (r = n->first; r != NULL; r = r->next) {
		row = node_new(p->arena, r->type);
		*row = *r;
		row->first = row->last = row->next = NULL;
		if (from > 1)
			row->anchor = row->ref = NULL;
		node_add(t, row);
		for (c = r->first, col = 0; c != NULL; c = c->next, col++) {
			if (col > 0 && (col < from || col >= to))
				continue;
			cell = node_new(p->arena, c->type);
			*cell = *c;
			cell->next = NULL;
			node_add(row, cell);
		}
	}
	return t;
}

/*
 * A table that is too wide even so is set in parts, one below the other,
 * each with the first column again: words are not cut to fit.
 */
static bool
in_parts(struct pdf *p, struct pdf_list *l, const struct pdf_measure *m,
    float x, float w)
{
	unsigned from, to;
	float sum;
	size_t i;

	if (m->summin <= w || m->ncol < 4 || m->node->type != NODE_TABLE)
		return false;
	for (i = 0; i < m->ncell; i++)
		if (m->cell[i].span > 1)
			return false;
	for (from = 1; from < m->ncol; from = to) {
		sum = m->min[0] + m->min[from];
		for (to = from + 1; to < m->ncol &&
		    sum + m->min[to] <= w; to++)
			sum += m->min[to];
		if (from == 1 && to == m->ncol)
			return false;
		p->part_of = from == 1 ? m->node : NULL;
		pdf_table(p, l, some_columns(p, m->node, from, to), x, w);
	}
	return true;
}

void
pdf_table(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	struct pdf_measure *m;
	struct pdf_table *t;
	struct pdf_vitem *v;
	unsigned was = p->dense;
	bool nested = p->style != ST_BODY && p->style != ST_NOTE &&
	    p->style != ST_QUOTE;

	if (n->first == NULL)
		return;
	if (!nested)
		pdf_hold(l);
	pdf_space(p, l, nested ? 2 : pdf_caption_of(p, n) != NULL ? 12 : 7);
	pdf_anchor(p, l, n->anchor);
	if (named(n, "tiles") && n->type == NODE_COLUMNS && !nested) {
		tiles(p, l, n, x, w);
		return;
	}
	if (named(n, "grid") && p->dense == 0)
		p->dense = 1;
	m = sized(p, n, w);
	if (m->ncol == 0 || in_parts(p, l, m, x, w)) {
		p->dense = was;
		return;
	}
	t = start(p, n, m, x, w);
	v = pdf_push(p, l, V_OPEN);
	v->text = "Table";
	v->elem = arena_alloc(p->arena, sizeof(*v->elem));
	v->table = t;
	caption(p, l, n, x, w);
	if (t->pairs)
		set_pairs(p, l, t, m);
	else
		set_rows(p, l, t, m);
	v = pdf_push(p, l, V_CLOSE);
	v->text = "Table";
	v->table = t;
	p->dense = was;
	pdf_space(p, l, nested ? 2 : 11);
}
