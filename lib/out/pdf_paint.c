#include <cairo-pdf.h>
#include <cairo.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "out/out.h"
#include "out/pdf.h"

/* Operations to Cairo.  Glyphs are gathered and shown a line at a time. */

struct pdf_pen {
	struct pdf	*p;
	cairo_t		*cr;
	cairo_glyph_t	*glyph;
	cairo_text_cluster_t *cluster;
	size_t		 nglyph, ncluster, room;
	struct buf	 text;
	cairo_scaled_font_t *font;
	struct pdf_color now;
	bool		 colored, linked;
	const struct pdf_para *span;	/* whose Span is open */
	unsigned	 boxes;		/* in the path, not filled yet */
	size_t		 number;	/* of the page, from 1 */
};

void *
pdf_pen_cairo(struct pdf_pen *pen)
{
	return pen->cr;
}

struct pdf *
pdf_pen_pdf(struct pdf_pen *pen)
{
	return pen->p;
}

static void
flush(struct pdf_pen *pen, bool backward)
{
	if (pen->nglyph == 0)
		return;
	cairo_set_scaled_font(pen->cr, pen->font);
	cairo_show_text_glyphs(pen->cr, pen->text.s, (int)pen->text.len,
	    pen->glyph, (int)pen->nglyph, pen->cluster, (int)pen->ncluster,
	    backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
	pen->nglyph = pen->ncluster = 0;
	buf_clear(&pen->text);
}

void
pdf_pen_color(struct pdf_pen *pen, struct pdf_color c)
{
	if (pen->colored && c.r == pen->now.r && c.g == pen->now.g &&
	    c.b == pen->now.b)
		return;
	flush(pen, false);
	pen->now = c;
	pen->colored = true;
	cairo_set_source_rgb(pen->cr, (double)c.r, (double)c.g, (double)c.b);
}

static void
make_room(struct pdf_pen *pen, size_t n)
{
	if (pen->nglyph + n <= pen->room && pen->ncluster + n <= pen->room)
		return;
	flush(pen, false);
	if (n <= pen->room)
		return;
	pen->room = n < 2048 ? 2048 : n * 2;
	pen->glyph = arena_alloc(pen->p->arena,
	    pen->room * sizeof(*pen->glyph));
	pen->cluster = arena_alloc(pen->p->arena,
	    pen->room * sizeof(*pen->cluster));
}

static void
add_run(struct pdf_pen *pen, const struct pdf_run *r, const char *text,
    float x, float y)
{
	cairo_glyph_t *g;
	unsigned i;

	if (r->n == 0)
		return;
	if (pen->font != r->scaled || r->backward)
		flush(pen, false);
	make_room(pen, r->n > r->nclusters ? r->n : r->nclusters);
	pen->font = r->scaled;
	for (i = 0; i < r->n; i++) {
		g = &pen->glyph[pen->nglyph++];
		g->index = r->glyph[i];
		g->x = (double)(x + r->x[i]);
		g->y = (double)(y + r->y[i]);
	}
	for (i = 0; i < r->nclusters; i++) {
		pen->cluster[pen->ncluster].num_bytes = r->cluster[2 * i];
		pen->cluster[pen->ncluster++].num_glyphs =
		    r->cluster[2 * i + 1];
	}
	buf_add(&pen->text, text, r->bytes);
	if (r->backward)
		flush(pen, true);
}

static void
add_piece(struct pdf_pen *pen, const struct pdf_piece *s, float x, float y)
{
	const char *text = s->text;
	unsigned i;

	for (i = 0; i < s->nruns; i++) {
		add_run(pen, &s->runs[i], text, x, y);
		x += s->runs[i].w;
		text += s->runs[i].bytes;
	}
}

static void
round_box(cairo_t *cr, const float b[4], float r)
{
	double x = (double)b[0], y = (double)b[1], w = (double)b[2],
	    h = (double)b[3], k = (double)r;

	k = k > h / 2 ? h / 2 : k;
	cairo_new_sub_path(cr);
	cairo_arc(cr, x + w - k, y + k, k, -1.5707963, 0);
	cairo_arc(cr, x + w - k, y + h - k, k, 0, 1.5707963);
	cairo_arc(cr, x + k, y + h - k, k, 1.5707963, 3.1415927);
	cairo_arc(cr, x + k, y + k, k, 3.1415927, 4.7123890);
	cairo_close_path(cr);
}

/* A box to be filled with the next fill(). */
static void
add_box(struct pdf_pen *pen, const float b[4], float r, struct pdf_color c)
{
	if (b[2] <= 0 || b[3] <= 0)
		return;
	if (pen->boxes > 0 && (c.r != pen->now.r || c.g != pen->now.g ||
	    c.b != pen->now.b)) {
		cairo_fill(pen->cr);
		pen->boxes = 0;
	}
	pdf_pen_color(pen, c);
	flush(pen, false);
	if (r > 0)
		round_box(pen->cr, b, r);
	else
		cairo_rectangle(pen->cr, (double)b[0], (double)b[1],
		    (double)b[2], (double)b[3]);
	pen->boxes++;
}

static void
fill_boxes(struct pdf_pen *pen)
{
	if (pen->boxes > 0)
		cairo_fill(pen->cr);
	pen->boxes = 0;
}

static void
box(struct pdf_pen *pen, const float b[4], float r, struct pdf_color c)
{
	add_box(pen, b, r, c);
	fill_boxes(pen);
}

/* ---- links ---- */

/* Words between links are a Span; it goes on over lines. */
static void
open_span(struct pdf_pen *pen, const struct pdf_para *q)
{
	if (pen->span == q)
		return;
	cairo_tag_begin(pen->cr, "Span", NULL);
	pen->span = q;
}

static void
close_span(struct pdf_pen *pen)
{
	if (pen->span == NULL)
		return;
	flush(pen, false);
	cairo_tag_end(pen->cr, "Span");
	pen->span = NULL;
}

bool
pdf_pen_link(struct pdf_pen *pen, const char *url, const char *ref,
    const float b[4])
{
	const struct pdf_place *at;
	struct buf s = BUF_INIT;

	if (ref != NULL) {
		at = map_get(pen->p->places, ref);
		if (at == NULL || at->page == 0)
			return false;
		buf_addf(&s, "dest='%s'", pdf_dest(pen->p->arena, ref));
	} else if (url != NULL)
		buf_addf(&s, "uri='%s'", url);
	else
		return false;
	close_span(pen);
	flush(pen, false);
	buf_addf(&s, " rect=[%.2f %.2f %.2f %.2f]", (double)b[0],
	    (double)b[1], (double)b[2], (double)b[3]);
	cairo_tag_begin(pen->cr, CAIRO_TAG_LINK, s.s);
	buf_done(&s);
	return true;
}

void
pdf_pen_unlink(struct pdf_pen *pen)
{
	flush(pen, false);
	cairo_tag_end(pen->cr, CAIRO_TAG_LINK);
}

/* ---- text ---- */

/* A token of a line in the order of sight, with its place. */
struct spot {
	const struct pdf_tok *t;
	float		 x;
};

#define SPOTS	512

/* Words that run from right to left change places among themselves. */
static void
reorder(struct spot *s, size_t n)
{
	size_t i, k, a, b;
	struct spot t;

	for (i = 0; i < n; i = k + 1) {
		for (k = i; k < n && s[k].t->p != NULL && (s[k].t->p->rtl ||
		    (k > i && s[k].t->type == TOK_SPACE)); k++)
			;
		b = k;
		while (b > i && s[b - 1].t->type == TOK_SPACE)
			b--;
		for (a = i; b > a + 1; a++) {
			t = s[a];
			s[a] = s[--b];
			s[b] = t;
		}
	}
}

static size_t
spots(const struct pdf_para *q, const struct pdf_line *l, struct spot *s,
    float x)
{
	size_t n = 0, i;

	for (i = l->from; i < l->to && n < SPOTS; i++)
		s[n++].t = &q->tok[i];
	reorder(s, n);
	/* the space at which the line ends, for those who read on */
	if (l->to < q->ntok && l->to > l->from && n < SPOTS &&
	    q->tok[l->to].type == TOK_SPACE && q->tok[l->to].p != NULL &&
	    q->tok[l->to].seg == q->tok[l->to - 1].seg)
		s[n++].t = &q->tok[l->to];
	for (i = 0; i < n; i++) {
		s[i].x = x;
		x += s[i].t->w + (s[i].t->stretch ? l->add : 0);
	}
	return n;
}

static float
end_of(const struct spot *s)
{
	return s->x + s->t->w;
}

/* The grounds of badges and of code in the line, before its words. */
static void
grounds(struct pdf_pen *pen, const struct pdf_para *q, const struct spot *s,
    size_t n, float base)
{
	const struct pdf_seg *g;
	float size, b[4];
	size_t i, k;

	for (i = 0; i < n; i = k) {
		g = &q->seg[s[i].t->seg];
		for (k = i + 1; k < n && s[k].t->seg == s[i].t->seg; k++)
			;
		if (!g->badge && !g->literal)
			continue;
		size = pdf_font_size(g->font);
		b[0] = s[i].x - (g->literal ? 1.2f : 0);
		b[1] = base - size * (g->badge ? 1.06f : 0.9f) - g->rise;
		b[2] = end_of(&s[k - 1]) - s[i].x + (g->literal ? 2.4f : 0);
		b[3] = size * (g->badge ? 1.42f : 1.2f);
		box(pen, b, g->badge ? size * 0.45f : 1.5f, g->badge ?
		    g->fill : (struct pdf_color){ 0.937f, 0.945f, 0.953f });
	}
}

static bool
same_link(const struct pdf_seg *a, const struct pdf_seg *b)
{
	return a->url == b->url && a->ref == b->ref;
}

/* The words s..n, which share a link or have none. */
static void
words(struct pdf_pen *pen, const struct pdf_para *q, const struct spot *s,
    size_t n, float base)
{
	const struct pdf_seg *g;
	float b[4];
	size_t i;

	for (i = 0; i < n; i++) {
		g = &q->seg[s[i].t->seg];
		if (s[i].t->p == NULL)
			continue;
		pdf_pen_color(pen, g->ink);
		add_piece(pen, s[i].t->p, s[i].x, base - g->rise);
	}
	flush(pen, false);
	for (i = 0; i < n; i++) {
		g = &q->seg[s[i].t->seg];
		if (!g->strike)
			continue;
		b[0] = s[i].x;
		b[1] = base - pdf_font_size(g->font) * 0.28f;
		b[2] = s[i].t->w;
		b[3] = 0.6f;
		box(pen, b, 0, g->ink);
	}
}

static void
paint_line(struct pdf_pen *pen, const struct pdf_para *q, unsigned line,
    float x, float y)
{
	const struct pdf_line *l = &q->line[line];
	struct spot s[SPOTS];
	const struct pdf_seg *g;
	float base = y + q->step / 2 + pdf_font_size(q->font) * 0.36f, b[4];
	size_t n, i, k;
	bool on;

	x += l->x;
	if (q->align == ALIGN_RIGHT)
		x += q->width - l->w - l->x;
	else if (q->align == ALIGN_CENTER)
		x += (q->width - l->w - l->x) / 2;
	n = spots(q, l, s, x);
	if (q->grounds)
		grounds(pen, q, s, n, base);
	if (!q->links && !q->spans) {
		words(pen, q, s, n, base);
		return;
	}
	for (i = 0; i < n; i = k) {
		g = &q->seg[s[i].t->seg];
		for (k = i + 1; k < n &&
		    same_link(g, &q->seg[s[k].t->seg]); k++)
			;
		b[0] = s[i].x;
		b[1] = y + 0.5f;
		b[2] = end_of(&s[k - 1]) - s[i].x;
		b[3] = q->step - 1;
		on = pdf_pen_link(pen, g->url, g->ref, b);
		if (!on)
			open_span(pen, q);
		words(pen, q, s + i, k - i, base);
		if (on)
			pdf_pen_unlink(pen);
	}
}

void
pdf_pen_text(struct pdf_pen *pen, const struct pdf_look *look, enum align at,
    float x, float y, const char *text)
{
	struct pdf_para *q = pdf_para_plain(pen->p, look, text,
	    pen->p->meta->lang);
	float size = look->size;

	pdf_para_break(pen->p, q, 5000);
	if (at == ALIGN_RIGHT)
		x -= q->max;
	else if (at == ALIGN_CENTER)
		x -= q->max / 2;
	paint_line(pen, q, 0, x, y - q->step / 2 - size * 0.36f);
}

/* ---- a page ---- */

static void
paint_toc(struct pdf_pen *pen, const struct pdf_op *o)
{
	const struct pdf_toc *t = o->u.toc;
	const struct pdf_place *at = t->anchor == NULL ? NULL :
	    map_get(pen->p->places, t->anchor);
	float b[4] = { o->x, o->y, t->w, 0 }, x, y, end, right = o->x + t->w;
	const struct pdf_line *l = &t->title->line[t->title->nline - 1];
	char number[24];
	const struct pdf_piece *num;
	unsigned i;
	bool on;

	b[3] = t->title->step * (float)t->title->nline;
	cairo_tag_begin(pen->cr, "TOCI", NULL);
	on = pdf_pen_link(pen, NULL, t->anchor, b);
	if (!on)
		cairo_tag_begin(pen->cr, "Span", NULL);
	x = o->x + t->indent;
	if (t->number != NULL)
		paint_line(pen, t->number, 0, x, o->y);
	for (i = 0; i < t->title->nline; i++)
		paint_line(pen, t->title, i, x + t->numw,
		    o->y + (float)i * t->title->step);
	y = o->y + t->title->step * ((float)t->title->nline - 0.5f) +
	    pdf_font_size(t->font) * 0.36f;
	end = x + t->numw + l->w;
	if (at != NULL && at->page > 0) {
		snprintf(number, sizeof(number), "%zu", at->page);
		num = pdf_piece(t->font, number, strlen(number));
		add_piece(pen, num, right - num->w, y);
		right -= num->w;
	}
	flush(pen, false);
	if (on)
		pdf_pen_unlink(pen);
	else
		cairo_tag_end(pen->cr, "Span");
	cairo_tag_end(pen->cr, "TOCI");
	if (t->level > 1 && right - end > 16) {
		double dots[] = { 0, 4 };

		pdf_pen_color(pen, pdf_solid(TONE_MUTED));
		cairo_set_dash(pen->cr, dots, 2, 0);
		cairo_set_line_cap(pen->cr, CAIRO_LINE_CAP_ROUND);
		cairo_set_line_width(pen->cr, 0.8);
		end = o->x + t->w - 24 - (float)(int)((o->x + t->w - 24 -
		    end - 6) / 4) * 4;
		cairo_move_to(pen->cr, (double)end, (double)y - 0.6);
		cairo_line_to(pen->cr, (double)(o->x + t->w - 22),
		    (double)y - 0.6);
		cairo_stroke(pen->cr);
		cairo_set_dash(pen->cr, NULL, 0, 0);
		cairo_set_line_cap(pen->cr, CAIRO_LINE_CAP_BUTT);
	}
}

static void
paint_dest(struct pdf_pen *pen, const struct pdf_op *o)
{
	char *s;
	bool inner = strncmp(o->text, "outline.", 8) == 0;

	s = arena_printf(pen->p->arena, "name='%s' x=0 y=%.2f%s",
	    pdf_dest(pen->p->arena, o->text),
	    (double)(o->y > 8 ? o->y - 8 : 0), inner ? " internal" : "");
	cairo_tag_begin(pen->cr, CAIRO_TAG_DEST, s);
	cairo_tag_end(pen->cr, CAIRO_TAG_DEST);
}

static void
paint_op(struct pdf_pen *pen, const struct pdf_op *o)
{
	if (o->type != OP_TEXT || o->u.para != pen->span)
		close_span(pen);
	switch (o->type) {
	case OP_TAG:
		if (o->text != NULL)
			cairo_tag_begin(pen->cr, o->text, NULL);
		break;
	case OP_END:
		if (o->text != NULL)
			cairo_tag_end(pen->cr, o->text);
		break;
	case OP_TEXT:
		paint_line(pen, o->u.para, o->i, o->x, o->y);
		break;
	case OP_DEST:		paint_dest(pen, o); break;
	case OP_TOC:		paint_toc(pen, o); break;
	case OP_FIGURE:		pdf_figure(pen, o); break;
	case OP_FIGURE_LINKS:	pdf_figure_links(pen, o); break;
	default:		break;
	}
}

/*
 * The grounds and rules of a page, before all words: what has one colour is
 * one path.
 */
static void
paint_grounds(struct pdf_pen *pen, const struct pdf_page *g)
{
	const struct pdf_op *o;
	size_t i;

	for (i = 0; i < g->n; i++) {
		o = &g->op[i];
		if (o->type == OP_BOX)
			add_box(pen, (float[4]){ o->x, o->y, o->w, o->h },
			    o->r, o->c);
	}
	for (i = 0; i < g->n; i++) {
		o = &g->op[i];
		if (o->type == OP_RULE && o->w > 0)
			add_box(pen, (float[4]){ o->x, o->y - o->r / 2, o->w,
			    o->r }, 0, o->c);
		else if (o->type == OP_RULE)
			add_box(pen, (float[4]){ o->x - o->r / 2, o->y, o->r,
			    o->h }, 0, o->c);
	}
	fill_boxes(pen);
}

static const char *
fill(struct arena *a, const char *template, const char *name,
    const char *value)
{
	struct diag_word w = { name, value };

	return diag_fill(a, template, &w, 1);
}

static void
add_part(struct buf *b, const char *s)
{
	if (s == NULL || *s == '\0')
		return;
	if (b->len > 0)
		buf_adds(b, "  ·  ");
	buf_adds(b, s);
}

static void
footer(struct pdf_pen *pen, const struct pdf_page *g)
{
	const struct out_meta *m = pen->p->meta;
	struct arena *a = pen->p->arena;
	const struct pdf_look *look = pdf_look(ST_RUNNING);
	struct pdf_look bold = *look;
	struct buf left = BUF_INIT, mid = BUF_INIT;
	char page[24], pages[24];
	struct diag_word w[2] = { { "page", page }, { "pages", pages } };
	float y = g->h - 34;
	float line[4] = { PDF_LEFT, y - 14, g->w - PDF_LEFT - PDF_RIGHT,
	    0.5f };

	box(pen, line, 0, (struct pdf_color){ 0.80f, 0.83f, 0.86f });
	add_part(&left, m->number);
	if (m->version != NULL && *m->version != '\0')
		add_part(&left, fill(a, pdf_word(pen->p, "out.version"),
		    "version", m->version));
	add_part(&left, m->classification);
	if (left.s != NULL)
		pdf_pen_text(pen, look, ALIGN_LEFT, PDF_LEFT, y, left.s);
	if (m->asof != NULL && *m->asof != '\0')
		add_part(&mid, fill(a, pdf_word(pen->p, "out.as_of"), "date",
		    m->asof));
	if (m->commit != NULL && *m->commit != '\0')
		add_part(&mid, fill(a, pdf_word(pen->p, "out.commit"),
		    "commit", m->commit));
	if (mid.s != NULL)
		pdf_pen_text(pen, look, ALIGN_CENTER,
		    (PDF_LEFT + g->w - PDF_RIGHT) / 2 + 12, y, mid.s);
	snprintf(page, sizeof(page), "%zu", pen->number);
	snprintf(pages, sizeof(pages), "%zu", pen->p->npage);
	bold.bold = true;
	pdf_pen_text(pen, &bold, ALIGN_RIGHT, g->w - PDF_RIGHT, y,
	    diag_fill(a, pdf_word(pen->p, "out.page_of"), w, 2));
	buf_done(&left);
	buf_done(&mid);
}

static void
header(struct pdf_pen *pen, const struct pdf_page *g)
{
	const struct out_meta *m = pen->p->meta;
	const struct pdf_look *look = pdf_look(ST_RUNNING);
	struct pdf_look draft = *look;
	struct buf left = BUF_INIT;
	float line[4] = { PDF_LEFT, 50, g->w - PDF_LEFT - PDF_RIGHT, 0.5f };

	box(pen, line, 0, (struct pdf_color){ 0.80f, 0.83f, 0.86f });
	add_part(&left, m->organisation);
	add_part(&left, m->title);
	if (left.s != NULL)
		pdf_pen_text(pen, look, ALIGN_LEFT, PDF_LEFT, 43, left.s);
	if (g->chapter != NULL)
		pdf_pen_text(pen, look, ALIGN_RIGHT, g->w - PDF_RIGHT, 43,
		    g->chapter);
	if (m->draft) {
		draft.bold = true;
		draft.ink = pdf_ink(TONE_BAD);
		pdf_pen_text(pen, &draft, ALIGN_CENTER, g->w / 2, 43,
		    pdf_word(pen->p, "out.draft"));
	}
	buf_done(&left);
}

/* A path, not text: it is neither searched nor read aloud on each page. */
static void
watermark(struct pdf_pen *pen, const struct pdf_page *g)
{
	const char *s = pdf_word(pen->p, "out.draft");
	size_t n = strlen(s);
	const struct pdf_piece *t = pdf_piece(pdf_font(pen->p->fonts,
	    PDF_SANS, true, false, 120, pen->p->meta->lang), s,
	    n > 40 ? 40 : n);
	cairo_glyph_t glyph;
	unsigned i, k;
	float x = -t->w / 2;

	pdf_pen_color(pen, (struct pdf_color){ 0.957f, 0.949f, 0.949f });
	cairo_save(pen->cr);
	cairo_translate(pen->cr, (double)g->w / 2, (double)g->h / 2);
	cairo_rotate(pen->cr, -0.9);
	for (i = 0; i < t->nruns; i++) {
		cairo_set_scaled_font(pen->cr, t->runs[i].scaled);
		for (k = 0; k < t->runs[i].n; k++) {
			glyph.index = t->runs[i].glyph[k];
			glyph.x = (double)(x + t->runs[i].x[k]);
			glyph.y = 43;
			cairo_glyph_path(pen->cr, &glyph, 1);
		}
		x += t->runs[i].w;
	}
	cairo_fill(pen->cr);
	cairo_restore(pen->cr);
}

/* The ground of the title page, with the organisation's name on it. */
static void
cover(struct pdf_pen *pen, const struct pdf_page *g)
{
	const struct out_meta *m = pen->p->meta;
	float band[4] = { 0, 0, g->w, 150 }, thin[4] = { 0, 150, g->w, 5 };
	float foot[4] = { PDF_LEFT, g->h - 62, 46, 1.6f };
	struct buf b = BUF_INIT;

	box(pen, band, 0, pdf_look(ST_TITLE)->ink);
	box(pen, thin, 0, pdf_solid(TONE_INFO));
	box(pen, foot, 0, pdf_solid(TONE_ACCENT));
	if (m->organisation != NULL)
		pdf_pen_text(pen, pdf_look(ST_COVER_ORG), ALIGN_LEFT,
		    PDF_LEFT, 120, m->organisation);
	add_part(&b, m->number);
	if (m->asof != NULL && *m->asof != '\0')
		add_part(&b, fill(pen->p->arena, pdf_word(pen->p,
		    "out.as_of"), "date", m->asof));
	if (m->commit != NULL && *m->commit != '\0')
		add_part(&b, fill(pen->p->arena, pdf_word(pen->p,
		    "out.commit"), "commit", m->commit));
	if (b.s != NULL)
		pdf_pen_text(pen, pdf_look(ST_SMALL), ALIGN_LEFT, PDF_LEFT,
		    g->h - 42, b.s);
	buf_done(&b);
}

static void
paint_page(struct pdf_pen *pen, cairo_surface_t *s, const struct pdf_page *g)
{
	size_t i;

	if (pen->number > 1)
		cairo_pdf_surface_set_size(s, (double)g->w, (double)g->h);
	pen->colored = false;
	if (pen->p->meta->draft)
		watermark(pen, g);
	if (g->bare)
		cover(pen, g);
	else {
		header(pen, g);
		footer(pen, g);
	}
	paint_grounds(pen, g);
	for (i = 0; i < g->n; i++)
		paint_op(pen, &g->op[i]);
	close_span(pen);
	flush(pen, false);
	cairo_show_page(pen->cr);
}

static void
outline(struct pdf *p, cairo_surface_t *s)
{
	int parent[8] = { 0 }, id;
	const struct pdf_mark *m;
	const struct pdf_place *at;
	unsigned level;
	size_t i;

	for (i = 0; i < p->nmark; i++) {
		m = &p->mark[i];
		at = map_get(p->places, m->anchor);
		if (at == NULL || at->page == 0)
			continue;
		level = m->level > 6 ? 6 : m->level;
		id = cairo_pdf_surface_add_outline(s, parent[level - 1],
		    m->title, arena_printf(p->arena, "dest='%s'", m->anchor),
		    level == 1 ? CAIRO_PDF_OUTLINE_FLAG_BOLD : 0);
		for (; level < 8; level++)
			parent[level] = id;
	}
}

static cairo_status_t
collect(void *out, const unsigned char *data, unsigned n)
{
	buf_add(out, (const char *)data, n);
	return CAIRO_STATUS_SUCCESS;
}

int
pdf_paint(struct pdf *p, struct buf *out)
{
	struct pdf_pen pen = { .p = p };
	cairo_surface_t *s;
	cairo_status_t bad;
	size_t i;

	s = cairo_pdf_surface_create_for_stream(collect, out,
	    (double)PDF_A4_W, (double)PDF_A4_H);
	cairo_pdf_surface_restrict_to_version(s, CAIRO_PDF_VERSION_1_5);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE,
	    "2000-01-01T00:00:00Z");
	pen.cr = cairo_create(s);
	/*
	 * Without a structure tag around everything Cairo 1.16 writes a
	 * broken cross-reference table as soon as there are links.
	 */
	if (p->npage > 0)
		/* a change of size forgets what was drawn, tags included */
		cairo_pdf_surface_set_size(s, (double)p->page[0].w,
		    (double)p->page[0].h);
	cairo_tag_begin(pen.cr, "Document", NULL);
	for (i = 0; i < p->npage; i++) {
		pen.number = i + 1;
		paint_page(&pen, s, &p->page[i]);
	}
	outline(p, s);
	cairo_tag_end(pen.cr, "Document");
	bad = cairo_status(pen.cr);
	cairo_destroy(pen.cr);
	cairo_surface_finish(s);
	if (bad == CAIRO_STATUS_SUCCESS)
		bad = cairo_surface_status(s);
	cairo_surface_destroy(s);
	buf_done(&pen.text);
	if (bad == CAIRO_STATUS_SUCCESS)
		return 0;
	errno = EIO;
	return -1;
}
