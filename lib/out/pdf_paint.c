#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "out/out.h"
#include "out/pdf.h"
#include "out/pdf_pen.h"

/* Operations of the pages to the pen. */

static void
add_piece(struct pdf_pen *pen, const struct pdf_piece *s, float x, float y)
{
	const char *text = s->text;
	unsigned i;

	for (i = 0; i < s->nruns; i++) {
		pdf_pen_run(pen, &s->runs[i], text, x, y);
		x += s->runs[i].w;
		text += s->runs[i].bytes;
	}
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
		pdf_pen_box(pen, b, g->badge ? size * 0.45f : 1.5f, g->badge ?
		    g->fill : (struct pdf_color){ 0.937f, 0.945f, 0.953f });
	}
}

static bool
same_link(const struct pdf_seg *a, const struct pdf_seg *b)
{
	return a->url == b->url && a->ref == b->ref;
}

/* The language of a paragraph as its characters tell. */
static enum lang
spoken(const struct pdf *p, const struct pdf_para *q)
{
	if (q->njapanese == 0 && q->nlatin < 4)
		return p->meta->lang;
	return q->njapanese > q->nlatin ? LANG_JA : q->njapanese == 0 ?
	    LANG_EN : q->lang;
}

#define ENGLISH_MIN	4	/* fewer words are names, which need no voice */

static bool
is_japanese(const struct spot *s)
{
	uint32_t c;

	if (s->t->p == NULL || s->t->p->len == 0)
		return false;
	utf8_get(s->t->p->text, s->t->p->len, &c);
	return c >= 0x2e80;
}

/* English words from s on, up to the next Japanese character. */
static size_t
english(const struct spot *s, size_t n)
{
	size_t i, k = 0;

	for (i = 0; i < n && !is_japanese(&s[i]); i++)
		k += s[i].t->p != NULL && s[i].t->p->text[0] >= 'a' &&
		    s[i].t->p->text[0] <= 'z';
	return k;
}

/*
 * Say where the words of a mixed paragraph change their language, for those
 * who hear them.
 */
static void
speak(struct pdf_pen *pen, enum lang base, const struct spot *s, size_t n)
{
	bool ja = is_japanese(s), other = ja != (base == LANG_JA);

	if (s->t->p == NULL || s->t->type != TOK_WORD)
		return;
	if (!other)
		pdf_pen_foreign(pen, NULL);
	else if (!pen->foreign && (ja || english(s, n) >= ENGLISH_MIN))
		pdf_pen_foreign(pen, ja ? "ja" : "en");
}

/*
 * The page on which the link's end stands.  The room that a short number
 * leaves lies behind its comma, where it looks like a space.
 */
static void
folio(struct pdf_pen *pen, const struct pdf_seg *g, float x, float y)
{
	const struct pdf_place *at = map_get(pen->p->places, g->ref);
	const struct pdf_piece *s;
	char number[24];

	if (at == NULL || at->page == 0)
		return;
	snprintf(number, sizeof(number), "%zu%s", at->page,
	    g->after != NULL ? g->after : "");
	s = pdf_piece(g->font, number, strlen(number));
	pdf_pen_color(pen, g->ink);
	add_piece(pen, s, x, y);
}

/* The words s..n, which share a link or have none. */
static void
words(struct pdf_pen *pen, const struct pdf_para *q, const struct spot *s,
    size_t n, float base)
{
	bool mixed = q->njapanese > 0 && q->nlatin > 0;
	enum lang own = spoken(pen->p, q);
	const struct pdf_seg *g;
	float b[4];
	size_t i;

	for (i = 0; i < n; i++) {
		g = &q->seg[s[i].t->seg];
		if (mixed)
			speak(pen, own, &s[i], n - i);
		if (s[i].t->p == NULL) {
			if (g->folio)
				folio(pen, g, s[i].x, base);
			continue;
		}
		pdf_pen_color(pen, g->ink);
		add_piece(pen, s[i].t->p, s[i].x, base - g->rise);
	}
	if (mixed)
		pdf_pen_foreign(pen, NULL);
	for (i = 0; i < n; i++) {
		g = &q->seg[s[i].t->seg];
		if (!g->strike)
			continue;
		b[0] = s[i].x;
		b[1] = base - pdf_font_size(g->font) * 0.28f;
		b[2] = s[i].t->w;
		b[3] = 0.6f;
		pdf_pen_box(pen, b, 0, g->ink);
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
	if (!q->links) {
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
	pdf_pen_tag(pen, "TOCI");
	on = pdf_pen_link(pen, NULL, t->anchor, b);
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
	if (on)
		pdf_pen_unlink(pen);
	pdf_pen_end(pen);
	if (t->level > 1 && right - end > 16) {
		pdf_pen_artifact(pen, true);
		pdf_pen_color(pen, pdf_solid(TONE_MUTED));
		/* dots of one line stand below those of the other */
		end = o->x + t->w - 24 - (float)(int)((o->x + t->w - 24 -
		    end - 6) / 4) * 4;
		pdf_pen_dots(pen, end, o->x + t->w - 22, y - 0.6f);
		pdf_pen_artifact(pen, false);
	}
}

static void
open_tag(struct pdf_pen *pen, const struct pdf_op *o)
{
	if (o->text == NULL)
		return;
	if (strcmp(o->text, "Artifact") == 0) {
		pdf_pen_artifact(pen, true);
		return;
	}
	if (o->elem != NULL)
		pdf_pen_resume(pen, o->text, o->elem);
	else
		pdf_pen_tag(pen, o->text);
	if (o->i > 0)
		pdf_pen_count(pen, o->i);
}

static void
paint_op(struct pdf_pen *pen, const struct pdf_op *o)
{
	switch (o->type) {
	case OP_TAG:		open_tag(pen, o); break;
	case OP_END:
		if (o->text == NULL)
			break;
		if (strcmp(o->text, "Artifact") == 0)
			pdf_pen_artifact(pen, false);
		else
			pdf_pen_end(pen);
		break;
	case OP_TEXT:
		if (o->i == 0)
			pdf_pen_lang(pen, spoken(pen->p, o->u.para));
		paint_line(pen, o->u.para, o->i, o->x, o->y);
		break;
	case OP_TOC:		paint_toc(pen, o); break;
	case OP_FIGURE:
		pdf_pen_alt(pen, o->u.node->text);
		if (o->u.node->type == NODE_IMAGE)
			pdf_image(pen, o);
		else
			pdf_figure(pen, o);
		break;
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
			pdf_pen_box(pen, (float[4]){ o->x, o->y, o->w, o->h },
			    o->r, o->c);
	}
	for (i = 0; i < g->n; i++) {
		o = &g->op[i];
		if (o->type == OP_RULE && o->w > 0)
			pdf_pen_box(pen, (float[4]){ o->x, o->y - o->r / 2, o->w,
			    o->r }, 0, o->c);
		else if (o->type == OP_RULE)
			pdf_pen_box(pen, (float[4]){ o->x - o->r / 2, o->y, o->r,
			    o->h }, 0, o->c);
	}
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

	pdf_pen_box(pen, line, 0, (struct pdf_color){ 0.80f, 0.83f, 0.86f });
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

static float
width_of(struct pdf_pen *pen, const struct pdf_look *look, const char *s)
{
	return pdf_para_plain(pen->p, look, s, pen->p->meta->lang)->max;
}

/* As much of the words as there is room for. */
static const char *
fitted(struct pdf_pen *pen, const struct pdf_look *look, const char *s,
    float room)
{
	size_t n = strlen(s);
	const char *t = s;

	while (n > 0 && width_of(pen, look, t) > room) {
		do
			n--;
		while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80);
		t = arena_printf(pen->p->arena, "%.*s\xe2\x80\xa6", (int)n, s);
	}
	return t;
}

/* The section of the page and the records on it, else the chapter. */
static void
contents(struct buf *b, const struct pdf_page *g)
{
	if (g->section == NULL) {
		buf_adds(b, g->chapter != NULL ? g->chapter : "");
		return;
	}
	if (g->section->number != NULL && *g->section->number != '\0')
		buf_addf(b, "%s  ", g->section->number);
	buf_adds(b, g->section->text);
	if (g->first == NULL || g->first->number == NULL)
		return;
	add_part(b, g->first->number);
	if (g->last != g->first && g->last->number != NULL)
		buf_addf(b, " – %s", g->last->number);
}

/*
 * Whose book and what stands on the page.  Where both are long the title of the book,
 * which is on every page, gives way.
 */
static void
header(struct pdf_pen *pen, const struct pdf_page *g)
{
	const struct out_meta *m = pen->p->meta;
	const struct pdf_look *look = pdf_look(ST_RUNNING);
	struct pdf_look draft = *look;
	struct buf left = BUF_INIT, right = BUF_INIT;
	float room = g->w - PDF_LEFT - PDF_RIGHT, w;
	float line[4] = { PDF_LEFT, 50, g->w - PDF_LEFT - PDF_RIGHT, 0.5f };

	pdf_pen_box(pen, line, 0, (struct pdf_color){ 0.80f, 0.83f, 0.86f });
	add_part(&left, m->organisation);
	add_part(&left, m->title);
	w = left.s == NULL ? 0 : width_of(pen, look, left.s) + 20;
	contents(&right, g);
	if (right.len > 0 && width_of(pen, look, right.s) + w > room) {
		buf_clear(&left);
		add_part(&left, m->organisation);
		w = left.len == 0 ? 0 : width_of(pen, look, left.s) + 20;
	}
	if (left.len > 0)
		pdf_pen_text(pen, look, ALIGN_LEFT, PDF_LEFT, 43, left.s);
	if (right.len > 0)
		pdf_pen_text(pen, look, ALIGN_RIGHT, g->w - PDF_RIGHT, 43,
		    fitted(pen, look, right.s, room - w));
	if (m->draft) {
		draft.bold = true;
		draft.ink = pdf_ink(TONE_BAD);
		pdf_pen_text(pen, &draft, ALIGN_CENTER, g->w / 2, 30,
		    pdf_word(pen->p, "out.draft"));
	}
	buf_done(&left);
	buf_done(&right);
}

static void
watermark(struct pdf_pen *pen, const struct pdf_page *g)
{
	const char *s = pdf_word(pen->p, "out.draft");
	size_t n = strlen(s);

	pdf_pen_watermark(pen, pdf_piece(pdf_font(pen->p->fonts, PDF_SANS,
	    true, false, 120, pen->p->meta->lang), s, n > 40 ? 40 : n),
	    (struct pdf_color){ 0.957f, 0.949f, 0.949f }, g->w);
}

/* The ground of the title page, with the organisation's name on it. */
static void
cover(struct pdf_pen *pen, const struct pdf_page *g)
{
	const struct out_meta *m = pen->p->meta;
	float band[4] = { 0, 0, g->w, 150 }, thin[4] = { 0, 150, g->w, 5 };
	float foot[4] = { PDF_LEFT, g->h - 62, 46, 1.6f };
	struct buf b = BUF_INIT;

	pdf_pen_box(pen, band, 0, pdf_look(ST_TITLE)->ink);
	pdf_pen_box(pen, thin, 0, pdf_solid(TONE_INFO));
	pdf_pen_box(pen, foot, 0, pdf_solid(TONE_ACCENT));
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
paint_page(struct pdf_pen *pen, const struct pdf_page *g)
{
	size_t i;

	pdf_pen_page(pen, g);
	pdf_pen_artifact(pen, true);
	if (pen->p->meta->draft)
		watermark(pen, g);
	if (!g->bare) {
		header(pen, g);
		footer(pen, g);
	} else
		cover(pen, g);
	paint_grounds(pen, g);
	pdf_pen_artifact(pen, false);
	for (i = 0; i < g->n; i++)
		paint_op(pen, &g->op[i]);
	pdf_pen_page_end(pen, g);
}

struct pdf_pen *
pdf_paint(struct pdf *p)
{
	struct pdf_pen *pen = arena_alloc(p->keep, sizeof(*pen));
	size_t i;

	pdf_pen_init(pen, p, pdf_file_new(p->keep,
	    pdf_faces_deflate(p->faces)));
	for (i = 0; i < p->npage; i++) {
		pen->number = i + 1;
		paint_page(pen, &p->page[i]);
		free(p->page[i].op);
		p->page[i].op = NULL;
	}
	return pen;
}
