#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "out/out.h"
#include "out/pdf.h"

#define SMALLEST	90.0f	/* no block is made narrower by indents */
/*
 * Prose runs no further than the eye can follow to the next line: some 80
 * letters, or 41 Japanese characters.  Tables and boxes take the whole width.
 */
#define MEASURE		410.0f
#define FILL_MIN	280.0f	/* narrower lines of English stay ragged */

struct pdf_vitem *
pdf_push(struct pdf *p, struct pdf_list *l, enum vtype type)
{
	struct pdf_vitem *v;

	l->v = arena_grow(p->arena, l->v, l->n, sizeof(*l->v));
	v = &l->v[l->n++];
	v->type = (unsigned char)type;
	return v;
}

void
pdf_space(struct pdf *p, struct pdf_list *l, float h)
{
	struct pdf_vitem *v;
	size_t i = l->n;

	while (i > 0 && l->v[i - 1].type == V_CLOSE && l->v[i - 1].h <= 0)
		i--;
	if (i > 0 && l->v[i - 1].type == V_SPACE) {
		if (l->v[i - 1].h < h)
			l->v[i - 1].h = h;
		return;
	}
	v = pdf_push(p, l, V_SPACE);
	v->h = h;
}

void
pdf_close_up(struct pdf_list *l)
{
	size_t i;

	for (i = l->n; i > 0; i--)
		if (l->v[i - 1].type == V_SPACE)
			l->v[i - 1].h = 0;
		else if (l->v[i - 1].type != V_CLOSE || l->v[i - 1].h > 0)
			break;
}

void
pdf_lines(struct pdf *p, struct pdf_list *l, struct pdf_para *q, float x)
{
	struct pdf_vitem *v;
	unsigned i, n = (unsigned)q->nline;

	for (i = 0; i < n; i++) {
		v = pdf_push(p, l, V_LINE);
		v->u.para = q;
		v->i = i;
		v->x = x;
		v->h = q->step;
		/* at least two lines on each side of a page break */
		v->keep = !q->code && i + 1 < n &&
		    (i == 0 || i + 2 == n || n == 3);
	}
}

/* Items from first on stay with what follows, when they take no more than h. */
static void
stay(struct pdf_list *l, size_t first, float h)
{
	struct pdf_list part = { l->v + first, l->n - first };

	if (pdf_list_height(&part) > h)
		return;
	for (; first < l->n; first++)
		l->v[first].keep = true;
}

static struct pdf_vitem *
open_tag(struct pdf *p, struct pdf_list *l, const char *tag)
{
	struct pdf_vitem *v = pdf_push(p, l, V_OPEN);

	v->text = tag;
	v->elem = arena_alloc(p->arena, sizeof(*v->elem));
	return v;
}

static struct pdf_vitem *
close_tag(struct pdf *p, struct pdf_list *l, const char *tag)
{
	struct pdf_vitem *v = pdf_push(p, l, V_CLOSE);

	v->text = tag;
	return v;
}

void
pdf_anchor(struct pdf *p, struct pdf_list *l, const char *anchor)
{
	struct pdf_vitem *v;

	if (anchor == NULL || *anchor == '\0')
		return;
	v = pdf_push(p, l, V_DEST);
	v->text = anchor;
}

/* An entry of the outline at the place that the list has reached. */
void
pdf_outline(struct pdf *p, struct pdf_list *l, const char *number,
    const char *title, unsigned level)
{
	struct pdf_mark *m;
	const char *anchor;

	anchor = arena_printf(p->keep, "outline.%zu", p->nmark + 1);
	p->mark = arena_grow(p->keep, p->mark, p->nmark, sizeof(*p->mark));
	m = &p->mark[p->nmark++];
	m->title = number != NULL && *number != '\0' ?
	    arena_printf(p->keep, "%s  %s", number, title) : title;
	m->level = level;
	m->anchor = anchor;
	pdf_anchor(p, l, anchor);
}

static float
after(const struct pdf *p)
{
	return p->style == ST_BODY ? pdf_look(ST_BODY)->step / 2 :
	    pdf_look(p->style)->size * 0.62f;
}

/* The width for words that begin at x. */
static float
measure(const struct pdf *p, float x, float w)
{
	if (p->style != ST_BODY && p->style != ST_NOTE &&
	    p->style != ST_QUOTE)
		return w;
	return x + w > PDF_LEFT + MEASURE && x < PDF_LEFT + MEASURE - SMALLEST
	    ? PDF_LEFT + MEASURE - x : w;
}

static void
finish_para(struct pdf *p, struct pdf_list *l, struct pdf_para *q, float x,
    float w)
{
	pdf_para_end(p, q);
	if (q->ntok == 0)
		return;
	if (q->english && q->njapanese > q->nlatin)
		q->english = q->justify = false;
	/* narrow lines would be full of holes */
	q->justify = q->justify && (!q->english || w >= FILL_MIN);
	pdf_para_break(p, q, w);
	pdf_lines(p, l, q, x);
	pdf_space(p, l, after(p));
}

/* Words in headings and labels are not parted. */
static bool
is_prose(enum pdf_style st)
{
	return st == ST_BODY || st == ST_TABLE || st == ST_TABLE1 ||
	    st == ST_TABLE2 || st == ST_NOTE || st == ST_QUOTE;
}

/* Not merely set as English is, as pdf_lang() has it for other languages. */
static bool
is_english(const struct pdf *p, const struct node *n)
{
	while (n != NULL && n->lang == NULL)
		n = n->parent;
	return n == NULL ? p->meta->lang == LANG_EN :
	    strncmp(n->lang, "en", 2) == 0;
}

static struct pdf_para *
new_para(struct pdf *p, const struct node *n)
{
	enum lang lang = pdf_lang(p, n);
	struct pdf_para *q = pdf_para_new(p, pdf_look(p->style), lang);

	q->tag = "P";
	q->english = is_prose(p->style) && is_english(p, n);
	q->justify = (lang == LANG_JA &&
	    (p->style == ST_BODY || p->style == ST_NOTE)) ||
	    (q->english && p->style == ST_BODY);
	return q;
}

void
pdf_hold(struct pdf_list *l)
{
	size_t i = l->n;

	if (i < 2 || l->v[i - 1].type != V_SPACE ||
	    l->v[i - 2].type != V_LINE)
		return;
	l->v[i - 1].keep = l->v[i - 2].keep = true;
}

/* An image at its size at 96 pixels an inch, or what there is room for. */
static void
picture(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	float scale = 0.75f, most = pdf_text_h(p, true) * 0.8f;
	struct pdf_vitem *v;

	if ((float)n->w * scale > w)
		scale = w / (float)n->w;
	if ((float)n->h * scale > most)
		scale = most / (float)n->h;
	v = pdf_push(p, l, V_FIGURE);
	v->u.node = n;
	v->x = x;
	v->h = (float)n->h * scale;
	pdf_space(p, l, after(p));
}

/* Inlines from n on, each image that can be drawn between paragraphs. */
static const struct node *
run(struct pdf *p, struct pdf_list *l, const struct node *n, float x, float w)
{
	enum align align = n->parent->align;
	struct pdf_para *q;

	while (n != NULL && node_is_inline(n->type)) {
		q = new_para(p, n->parent);
		q->align = align;
		n = pdf_para_some(p, q, pdf_look(p->style), n);
		finish_para(p, l, q, x, measure(p, x, w));
		if (n != NULL && node_is_inline(n->type)) {
			pdf_hold(l);
			picture(p, l, pdf_drawn(p, n), x, w);
			n = n->next;
		}
	}
	return n;
}

static void
para(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	if (n->first != NULL)
		run(p, l, n->first, x, w);
}

static void
label(struct pdf *p, struct pdf_list *l, struct pdf_para *q, float x)
{
	struct pdf_vitem *v;

	pdf_para_break(p, q, 1000);
	v = pdf_push(p, l, V_LABEL);
	v->u.para = q;
	v->x = x;
}

/* A heading with its number hung into the margin where there is room. */
void
pdf_heading(struct pdf *p, struct pdf_list *l, struct pdf_para *q,
    const struct node *n, enum pdf_style st, float w)
{
	struct pdf_para *num;
	const char *s = n != NULL ? n->number : NULL, *tag = NULL;
	float x = PDF_LEFT, gap = 8;
	size_t first;

	if (s != NULL && *s != '\0') {
		/* the number belongs to the heading, in or out of its line */
		tag = q->tag;
		open_tag(p, l, tag);
		q->tag = NULL;
		num = pdf_para_plain(p, pdf_look(st), s, pdf_lang(p, n));
		num->tag = "Span";
		if (num->max + gap <= PDF_LEFT - 24)
			label(p, l, num, x - gap - num->max);
		else {
			label(p, l, num, x);
			x += num->max + gap;
			w -= num->max + gap;
		}
	}
	pdf_para_break(p, q, w);
	first = l->n;
	pdf_lines(p, l, q, x);
	for (; first < l->n; first++)
		l->v[first].keep = true;
	if (s != NULL && *s != '\0')
		close_tag(p, l, tag)->keep = true;
}

static const char *const htags[] = { "H1", "H1", "H2", "H3", "H4", "H5",
	"H6" };

static void
heading(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	unsigned deep = p->level + (n->level > 1 ? n->level - 1u : 1u);
	enum pdf_style st = deep <= 2 ? ST_H3 : deep == 3 ? ST_H3 :
	    deep == 4 ? ST_H4 : ST_H5;
	struct pdf_para *q;
	struct buf b = BUF_INIT;
	size_t first;

	if (p->style != ST_BODY)
		st = ST_LABEL;
	q = pdf_para_new(p, pdf_look(st), pdf_lang(p, n));
	q->tag = htags[deep > 6 ? 6 : deep];
	pdf_para_inlines(p, q, pdf_look(st), n);
	pdf_para_end(p, q);
	if (q->ntok == 0)
		return;
	pdf_space(p, l, pdf_look(st)->step * (st == ST_LABEL ? 0.3f : 1));
	pdf_anchor(p, l, n->anchor);
	if (p->level > 0 && st == ST_H3 && n->level <= 2 && p->level < 3) {
		node_plain(&b, n);
		pdf_outline(p, l, n->number, arena_str(p->keep, b.s),
		    p->level + 1);
		buf_done(&b);
	}
	if (st != ST_LABEL && x == PDF_LEFT) {
		pdf_heading(p, l, q, n, st, w);
	} else {
		pdf_para_break(p, q, w);
		first = l->n;
		pdf_lines(p, l, q, x);
		for (; first < l->n; first++)
			l->v[first].keep = true;
	}
	pdf_space(p, l, pdf_look(st)->step * 0.26f);
	l->v[l->n - 1].keep = true;
}

/* The words below a heading: it and they belong to what they introduce. */
static bool
is_lead(const struct node *n)
{
	const struct node *up = n->parent;

	while (n == up->first && up->type == NODE_BODY && up->parent != NULL) {
		n = up;
		up = n->parent;
	}
	return n == up->first && n->next != NULL && up->type == NODE_PAGE;
}

#define LEAD_MAX	120.0f	/* longer notes stand on their own */

static void
note(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	struct pdf_deco *d = arena_alloc(p->arena, sizeof(*d));
	enum pdf_style was = p->style;
	struct pdf_vitem *v;
	struct pdf_para *q;
	size_t first;

	d->filled = d->bar = true;
	d->fill = pdf_tint(n->tone == TONE_PLAIN ? TONE_MUTED : n->tone);
	d->edge = pdf_solid(n->tone == TONE_PLAIN ? TONE_MUTED : n->tone);
	d->x = x;
	d->w = w;
	d->pad = 8;
	pdf_space(p, l, after(p));
	first = l->n;
	pdf_anchor(p, l, n->anchor);
	v = open_tag(p, l, "Div");
	v->u.deco = d;
	v->h = d->pad;
	p->style = was == ST_TABLE ? ST_TABLE : ST_NOTE;
	if (n->text != NULL && *n->text != '\0') {
		struct pdf_look look = *pdf_look(ST_NOTE_HEAD);

		look.ink = pdf_ink(n->tone);
		q = pdf_para_plain(p, &look, n->text, pdf_lang(p, n));
		q->tag = "P";
		pdf_para_break(p, q, w - 24);
		pdf_lines(p, l, q, x + 13);
		l->v[l->n - 1].keep = true;
	}
	pdf_blocks(p, l, n, x + 13, w - 24);
	pdf_close_up(l);
	v = close_tag(p, l, "Div");
	v->h = d->pad;
	v->u.deco = d;
	if (is_lead(n))
		stay(l, first, LEAD_MAX);
	p->style = was;
	pdf_space(p, l, after(p) * 1.6f);
}

static void
quote(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	struct pdf_deco *d = arena_alloc(p->arena, sizeof(*d));
	enum pdf_style was = p->style;
	float in = w - 14 < SMALLEST ? 0 : 14;
	struct pdf_vitem *v;

	d->bar = true;
	d->edge = pdf_solid(TONE_MUTED);
	d->x = x + 1;
	d->w = w;
	open_tag(p, l, "BlockQuote")->u.deco = d;
	if (was == ST_BODY)
		p->style = ST_QUOTE;
	pdf_blocks(p, l, n, x + in, w - in);
	pdf_close_up(l);
	v = close_tag(p, l, "BlockQuote");
	v->u.deco = d;
	/* what follows keeps its distance from the bar, not within it */
	v->h = 0.1f;
	p->style = was;
	pdf_space(p, l, after(p));
}

static void
code(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	struct pdf_deco *d = arena_alloc(p->arena, sizeof(*d));
	struct pdf_para *q = pdf_para_code(p, n);
	struct pdf_vitem *v;

	d->filled = true;
	d->fill = pdf_tint(TONE_MUTED);
	d->x = x;
	d->w = w;
	d->pad = 6;
	q->tag = "Code";
	pdf_para_break(p, q, w - 18);
	v = open_tag(p, l, "P");
	v->u.deco = d;
	v->h = d->pad;
	pdf_lines(p, l, q, x + 9);
	v = close_tag(p, l, "P");
	v->u.deco = d;
	v->h = d->pad;
	pdf_space(p, l, after(p) * 1.4f);
}

static struct pdf_para *
item_label(struct pdf *p, const struct node *list, const struct node *n,
    int number)
{
	static const char *const bullets[] = { "•", "–", "•" };
	struct pdf_look look = *pdf_look(p->style);
	struct pdf_para *q;
	char s[16];

	if (n->task != 0) {
		look.face = PDF_SANS;
		q = pdf_para_plain(p, &look, n->task == ' ' ? "☐" : "☑",
		    LANG_EN);
	} else if (list->ordered) {
		snprintf(s, sizeof(s), "%d.", number);
		q = pdf_para_plain(p, &look, s, pdf_lang(p, list));
	} else {
		look.face = PDF_SANS;
		look.ink = pdf_ink(TONE_ACCENT);
		q = pdf_para_plain(p, &look, bullets[p->depth % 2], LANG_EN);
	}
	q->step = look.step;
	return q;
}

static void
item(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w, int number)
{
	const struct node *list = n->parent;
	float size = pdf_look(p->style)->size,
	    in = size * (p->style == ST_BODY ? 1.7f : 1.3f);
	struct pdf_vitem *v;
	struct pdf_para *q;
	size_t before;

	if (w - in < SMALLEST * 0.6f)
		in = 0;
	open_tag(p, l, "LI");
	pdf_anchor(p, l, n->anchor);
	q = item_label(p, list, n, number);
	q->tag = "Lbl";
	if (list->ordered && q->max + size * 0.5f > in)
		in = q->max + size * 0.5f;
	label(p, l, q, n->task != 0 ? x + in - size * 1.35f : list->ordered ?
	    x + in - q->max - size * 0.5f : x + in - size * 1.1f);
	open_tag(p, l, "LBody");
	before = l->n;
	p->depth++;
	pdf_blocks(p, l, n, x + in, w - in);
	p->depth--;
	if (l->n == before) {
		/* an empty item still shows its bullet */
		v = pdf_push(p, l, V_SPACE);
		v->h = pdf_look(p->style)->step;
	}
	close_tag(p, l, "LBody");
	close_tag(p, l, "LI");
}

#define ITEM_SMALL	50.0f	/* three lines */

static void
list(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	const struct node *c;
	float size = pdf_look(p->style)->size,
	    between = p->style == ST_BODY ? 0.2f : 0.08f;
	int number = n->start;
	size_t i, first;

	pdf_hold(l);
	/* a list within an item is as close to its words as the items are */
	if (p->depth > 0 && n->tight && l->n > 0 &&
	    l->v[l->n - 1].type == V_SPACE)
		l->v[l->n - 1].h = size * 0.2f;
	open_tag(p, l, "L")->i = n->ordered;
	for (c = n->first; c != NULL; c = c->next) {
		first = l->n;
		item(p, l, c, x, w, number++);
		i = l->n;
		while (i > 0 && l->v[i - 1].type == V_CLOSE)
			i--;
		if (i > 0 && l->v[i - 1].type == V_SPACE && n->tight)
			l->v[i - 1].h = size * between;
		/* no item stands alone on either side of a page break */
		if (p->style == ST_BODY && c->next != NULL &&
		    (c == n->first || c->next->next == NULL))
			stay(l, first, ITEM_SMALL);
	}
	close_tag(p, l, "L");
	pdf_space(p, l, p->depth > 0 ? size * 0.2f : after(p));
}

static void
footnote(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	enum pdf_style was = p->style;
	struct pdf_para *q;
	struct pdf_vitem *v;
	const char *s = n->number != NULL ? n->number : n->name;
	const struct node *before = n->parent != NULL ? n->parent->first : n;

	while (before != n && before->next != n)
		before = before->next;
	p->style = ST_SMALL;
	if (before == n || before->type != NODE_FOOTNOTE) {
		pdf_space(p, l, 8);
		v = pdf_push(p, l, V_RULE);
		v->x = x;
		v->i = 90;
		v->h = 6;
		v->keep = true;
	}
	open_tag(p, l, "Note");
	pdf_anchor(p, l, n->anchor);
	q = pdf_para_plain(p, pdf_look(ST_SMALL), s != NULL ? s : "*",
	    LANG_EN);
	q->tag = "Lbl";
	label(p, l, q, x);
	pdf_blocks(p, l, n, x + 16, w - 16);
	close_tag(p, l, "Note");
	pdf_space(p, l, 2);
	p->style = was;
}

/*
 * A figure right behind another is compared with it: it goes on the same
 * page, where a page has room for both.
 */
static void
beside_last(const struct pdf *p, struct pdf_list *l, float h)
{
	size_t i = l->n;
	float sum = h;

	for (; i > 0 && l->v[i - 1].type != V_FIGURE; i--) {
		const struct pdf_vitem *v = &l->v[i - 1];

		if (v->type != V_SPACE && v->type != V_DEST &&
		    (v->type != V_LINE || v->u.para->tag == NULL ||
		    strcmp(v->u.para->tag, "Caption") != 0))
			return;
		sum += v->h;
	}
	if (i == 0 || sum + l->v[i - 1].h > pdf_text_h(p, false) * 0.94f)
		return;
	for (; i <= l->n; i++)
		l->v[i - 1].keep = true;
}

static void
figure(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	const struct pdf_caption *c = pdf_caption_of(p, n);
	struct pdf_vitem *v;
	float scale = 1.3f, most = pdf_text_h(p, w > 500) * 0.86f;

	if (n->w <= 0 || n->h <= 0)
		return;
	if ((float)n->w * scale > w)
		scale = w / (float)n->w;
	if ((float)n->h * scale > most)
		scale = most / (float)n->h;
	pdf_space(p, l, 11);
	pdf_anchor(p, l, n->anchor);
	if (c != NULL)
		pdf_anchor(p, l, c->anchor);
	beside_last(p, l, (float)n->h * scale);
	v = pdf_push(p, l, V_FIGURE);
	v->u.node = n;
	v->x = x;
	v->h = (float)n->h * scale;
	if (c != NULL) {
		v->keep = true;
		pdf_space(p, l, 5);
		l->v[l->n - 1].keep = true;
		pdf_caption_set(p, l, c, x, w);
	}
	pdf_space(p, l, after(p) * 1.8f);
}

static void
rule(struct pdf *p, struct pdf_list *l, float x, float w)
{
	struct pdf_vitem *v;

	pdf_space(p, l, after(p) * 1.5f);
	v = pdf_push(p, l, V_RULE);
	v->x = x;
	v->i = (unsigned)w;
	v->h = 1;
	pdf_space(p, l, after(p) * 1.5f);
}

/* Does the section stand in one that has a title, too? */
static bool
is_inner(const struct node *n)
{
	const struct node *up = n->parent;

	return up != NULL && up->type == NODE_SECTION && up->text != NULL &&
	    *up->text != '\0';
}

static void
section(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	enum pdf_style st = is_inner(n) ? ST_H5 : ST_H4;
	struct pdf_para *q;
	size_t first;

	if (pdf_caption_names(p, n)) {
		pdf_space(p, l, pdf_look(ST_H4)->step * 0.9f);
		pdf_anchor(p, l, n->anchor);
	} else if (n->text != NULL && *n->text != '\0') {
		q = pdf_para_plain(p, pdf_look(st), n->text,
		    pdf_lang(p, n));
		q->tag = st == ST_H5 ? "H5" : "H4";
		pdf_space(p, l, pdf_look(st)->step * 0.9f);
		pdf_anchor(p, l, n->anchor);
		pdf_para_break(p, q, w);
		first = l->n;
		pdf_lines(p, l, q, x);
		for (; first < l->n; first++)
			l->v[first].keep = true;
		pdf_space(p, l, 4);
		l->v[l->n - 1].keep = true;
	} else
		pdf_anchor(p, l, n->anchor);
	pdf_blocks(p, l, n, x, w);
}

static void
block(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	switch (n->type) {
	case NODE_BODY:
		pdf_anchor(p, l, n->anchor);
		pdf_blocks(p, l, n, x, w);
		break;
	case NODE_SECTION:	section(p, l, n, x, w); break;
	case NODE_QUOTE:	quote(p, l, n, x, w); break;
	case NODE_LIST:		list(p, l, n, x, w); break;
	case NODE_NOTE:		note(p, l, n, x, w); break;
	case NODE_FOOTNOTE:	footnote(p, l, n, x, w); break;
	case NODE_TABLE:
	case NODE_COLUMNS:	pdf_table(p, l, n, x, w); break;
	case NODE_HEADING:	heading(p, l, n, x, w); break;
	case NODE_CODE:		code(p, l, n, x, w); break;
	case NODE_RULE:		rule(p, l, x, w); break;
	case NODE_FIGURE:	figure(p, l, n, x, w); break;
	case NODE_TOC:		pdf_toc(p, l, x, w); break;
	case NODE_PARA:
		pdf_anchor(p, l, n->anchor);
		para(p, l, n, x, w);
		break;
	default:
		pdf_blocks(p, l, n, x, w);
		break;
	}
}

void
pdf_block(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	if (!n->site)
		block(p, l, n, x, w);
}

void
pdf_blocks(struct pdf *p, struct pdf_list *l, const struct node *n, float x,
    float w)
{
	const struct node *c = n->first;

	while (c != NULL) {
		if (c->site) {
			c = c->next;
			continue;
		}
		if (!node_is_inline(c->type)) {
			block(p, l, c, x, w);
			c = c->next;
			continue;
		}
		c = run(p, l, c, x, w);
	}
}
