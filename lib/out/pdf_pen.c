#include <stdio.h>
#include <string.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <hb.h>

#include "base/arena.h"
#include "base/buf.h"
#include "out/out.h"
#include "out/pdf.h"
#include "out/pdf_pen.h"

/* Content streams, with no more operators than what changes needs. */

void
pdf_pen_init(struct pdf_pen *pen, struct pdf *p, struct pdf_file *f)
{
	size_t i;

	memset(pen, 0, sizeof(*pen));
	pen->p = p;
	pen->file = f;
	pen->pages = arena_alloc(p->keep, p->npage * sizeof(*pen->pages));
	for (i = 0; i < p->npage; i++)
		pen->pages[i] = pdf_file_id(f);
	pen->resources = pdf_file_id(f);
	pen->pagetree = pdf_file_id(f);
	pdf_pen_tag(pen, "Document");
	pen->root = pen->cur;
}

void
pdf_pen_page(struct pdf_pen *pen, const struct pdf_page *g)
{
	buf_clear(&pen->s);
	pen->h = g->h;
	pen->colored = false;
	pen->font = NULL;
	pen->nmc = 0;
	pen->firstannot = pen->nannot;
}

static void
add(struct pdf_pen *pen, float f)
{
	pdf_number(&pen->s, f);
	buf_addc(&pen->s, ' ');
}

void
pdf_pen_flush(struct pdf_pen *pen)
{
	if (pen->instring)
		buf_adds(&pen->s, ")]TJ\n");
	if (pen->intext)
		buf_adds(&pen->s, "ET\n");
	pen->instring = pen->intext = false;
}

/* A book has few colours, and numbers with a point are dear to write. */
static const char *
in_digits(struct pdf_pen *pen, struct pdf_color c)
{
	struct pdf_tint *t = pen->tints;
	size_t i;

	for (i = 0; i < sizeof(pen->tints) / sizeof(*t) && *t->s != '\0';
	    i++, t++)
		if (t->c.r == c.r && t->c.g == c.g && t->c.b == c.b)
			return t->s;
	if (i == sizeof(pen->tints) / sizeof(*t))
		t--;
	t->c = c;
	snprintf(t->s, sizeof(t->s), "%.3g %.3g %.3g", (double)c.r,
	    (double)c.g, (double)c.b);
	return t->s;
}

void
pdf_pen_color(struct pdf_pen *pen, struct pdf_color c)
{
	if (pen->colored && c.r == pen->now.r && c.g == pen->now.g &&
	    c.b == pen->now.b)
		return;
	if (pen->instring)
		buf_adds(&pen->s, ")]TJ\n");
	pen->instring = false;
	pen->now = c;
	pen->colored = true;
	buf_adds(&pen->s, in_digits(pen, c));
	buf_adds(&pen->s, " rg\n");
}

/* ---- words ---- */

static struct pdf_embed *
embedded(struct pdf_pen *pen, void *face, size_t *nth)
{
	struct pdf_used *u;
	size_t i;

	for (i = 0; i < pen->nused; i++)
		if (pen->used[i].face == face)
			break;
	*nth = i;
	if (i < pen->nused)
		return pen->used[i].font;
	pen->used = arena_grow(pen->p->keep, pen->used, pen->nused,
	    sizeof(*pen->used));
	u = &pen->used[pen->nused++];
	u->face = face;
	u->font = pdf_embed_new(pen->p->faces, pen->file, face);
	return u->font;
}

static void
set_font(struct pdf_pen *pen, const struct pdf_embed *e, size_t nth,
    float size)
{
	if (pen->font == e && pen->size == size)
		return;
	if (pen->instring)
		buf_adds(&pen->s, ")]TJ\n");
	pen->instring = false;
	pen->font = e;
	pen->size = size;
	buf_addf(&pen->s, "/F%zu ", nth);
	add(pen, size);
	buf_adds(&pen->s, "Tf\n");
}

/* Bring the place of the next glyph to x, y. */
static void
go(struct pdf_pen *pen, float x, float y)
{
	float gap = x - pen->x;
	int back;

	if (pen->instring && y == pen->y && gap < pen->size * 3 &&
	    gap > -pen->size) {
		back = (int)(gap * -1000 / pen->size + (gap < 0 ? 0.5f :
		    -0.5f));
		if (back != 0) {
			buf_adds(&pen->s, back < 0 ? ")-" : ")");
			buf_addu(&pen->s, (unsigned)(back < 0 ? -back : back));
			buf_addc(&pen->s, '(');
			pen->x -= (float)back * pen->size / 1000;
		}
		return;
	}
	if (pen->instring)
		buf_adds(&pen->s, ")]TJ\n");
	add(pen, x - pen->linex);
	add(pen, pen->liney - y);
	buf_adds(&pen->s, "Td [(");
	/* what was written, not what was meant, is where we are */
	pen->linex += (float)(long)((x - pen->linex) * 100 +
	    (x < pen->linex ? -0.5f : 0.5f)) / 100;
	pen->liney -= (float)(long)((pen->liney - y) * 100 +
	    (y > pen->liney ? -0.5f : 0.5f)) / 100;
	pen->x = pen->linex;
	pen->y = y;
	pen->instring = true;
}

/* A number of two bytes within a string; what would end it is escaped. */
static void
code(struct buf *b, unsigned n)
{
	char s[4];
	unsigned k = 0, i, c;

	for (i = 0; i < 2; i++) {
		c = i == 0 ? n >> 8 & 0xff : n & 0xff;
		/* a carriage return would be read as a line feed */
		if (c == '(' || c == ')' || c == '\\' || c == '\r')
			s[k++] = '\\';
		s[k++] = c == '\r' ? 'r' : (char)c;
	}
	buf_add(b, s, k);
}

/*
 * Note what the glyphs of a run say.  False when they do not say the text, one
 * after the other.
 */
static bool
say(struct pdf_embed *e, const struct pdf_run *r, const char *text)
{
	unsigned i, k = 0, g, left = r->nclusters > 0 ? r->cluster[1] : 0;
	bool plain = true;
	size_t n;

	/* clusters go with the text, glyphs with the eye */
	for (i = 0; i < r->n; i++) {
		g = r->glyph[r->backward ? r->n - 1 - i : i];
		if (left == 0 && k + 1 < r->nclusters) {
			text += r->cluster[2 * k];
			left = r->cluster[2 * ++k + 1];
		}
		n = k < r->nclusters && left == r->cluster[2 * k + 1] ?
		    r->cluster[2 * k] : 0;
		pdf_embed_use(e, g, text, n);
		plain = plain && pdf_embed_says(e, g, text, n);
		left -= left > 0;
	}
	return plain;
}

void
pdf_pen_run(struct pdf_pen *pen, struct pdf_run *r, const char *text, float x,
    float y)
{
	struct pdf_embed *e;
	unsigned i;
	size_t nth;
	bool plain;
	int w;

	if (r->n == 0)
		return;
	e = embedded(pen, r->face, &nth);
	/* the same word is set many times in a PDF */
	if (r->said != e) {
		r->plain = say(e, r, text);
		r->said = e;
	}
	plain = r->plain || pen->artifact;
	if (plain)
		pdf_pen_mark(pen);
	else
		pdf_pen_mark_as(pen, arena_printf(pen->p->arena, "%.*s",
		    (int)r->bytes, text));
	if (!pen->intext) {
		buf_adds(&pen->s, "BT\n");
		pen->intext = true;
		pen->linex = 0;
		pen->liney = pen->h;
	}
	set_font(pen, e, nth, r->size);
	for (i = 0; i < r->n; i++) {
		/* the glyph of what is not there */
		if (r->glyph[i] == 0)
			continue;
		go(pen, x + r->x[i], y + r->y[i]);
		w = pdf_embed_width(e, r->glyph[i]);
		code(&pen->s, r->glyph[i]);
		pen->x += (float)w * r->size / 1000;
	}
	if (!plain)
		pdf_pen_unmark(pen);
}

/* Glyphs as paths: words that are seen and not read. */
struct outline {
	struct pdf_pen	*pen;
	float		 x, k;		/* where; points per unit of the font */
	FT_Vector	 at;		/* the present point */
};

static void
point(const struct outline *o, float x, float y)
{
	add(o->pen, o->x + x * o->k);
	add(o->pen, y * o->k);
}

static int
outline_move(const FT_Vector *to, void *user)
{
	struct outline *o = user;

	point(o, (float)to->x, (float)to->y);
	buf_adds(&o->pen->s, "m\n");
	o->at = *to;
	return 0;
}

static int
outline_line(const FT_Vector *to, void *user)
{
	struct outline *o = user;

	point(o, (float)to->x, (float)to->y);
	buf_adds(&o->pen->s, "l\n");
	o->at = *to;
	return 0;
}

static int
outline_cubic(const FT_Vector *a, const FT_Vector *b, const FT_Vector *to,
    void *user)
{
	struct outline *o = user;

	point(o, (float)a->x, (float)a->y);
	point(o, (float)b->x, (float)b->y);
	point(o, (float)to->x, (float)to->y);
	buf_adds(&o->pen->s, "c\n");
	o->at = *to;
	return 0;
}

/* PDF has cubic curves only. */
static int
outline_conic(const FT_Vector *c, const FT_Vector *to, void *user)
{
	struct outline *o = user;
	FT_Vector a = { o->at.x + (c->x - o->at.x) * 2 / 3,
	    o->at.y + (c->y - o->at.y) * 2 / 3 };
	FT_Vector b = { to->x + (c->x - to->x) * 2 / 3,
	    to->y + (c->y - to->y) * 2 / 3 };

	return outline_cubic(&a, &b, to, user);
}

static void
outline_run(struct pdf_pen *pen, FT_Library ft, const struct pdf_run *r,
    float x)
{
	static const FT_Outline_Funcs draw = { outline_move, outline_line,
	    outline_conic, outline_cubic, 0, 0 };
	struct outline o = { .pen = pen };
	hb_blob_t *blob = hb_face_reference_blob(r->face);
	unsigned len;
	const char *bytes = hb_blob_get_data(blob, &len);
	FT_Face face = NULL;

	if (FT_New_Memory_Face(ft, (const FT_Byte *)bytes, (FT_Long)len,
	    (FT_Long)hb_face_get_index(r->face), &face) == 0) {
		o.k = r->size / (float)face->units_per_EM;
		for (unsigned i = 0; i < r->n; i++) {
			o.x = x + r->x[i];
			if (FT_Load_Glyph(face, r->glyph[i],
			    FT_LOAD_NO_SCALE) == 0)
				FT_Outline_Decompose(&face->glyph->outline,
				    &draw, &o);
		}
		FT_Done_Face(face);
	}
	hb_blob_destroy(blob);
}

static unsigned
watermark(struct pdf_pen *pen, const struct pdf_piece *t, struct pdf_color c)
{
	unsigned id = pdf_file_id(pen->file);
	struct buf page = pen->s;
	FT_Library ft;
	float x = -t->w / 2;

	pen->s = (struct buf)BUF_INIT;
	pen->colored = false;
	pdf_pen_color(pen, c);
	if (FT_Init_FreeType(&ft) == 0) {
		for (unsigned i = 0; i < t->nruns; i++) {
			outline_run(pen, ft, &t->runs[i], x);
			x += t->runs[i].w;
		}
		FT_Done_FreeType(ft);
	}
	buf_adds(&pen->s, "f\n");
	pdf_file_stream(pen->file, id, "/Type/XObject/Subtype/Form"
	    "/BBox[-420 -420 420 420]/Matrix[0.62 0.78 -0.78 0.62 0 0]"
	    "/Resources<<>>", pen->s.s, pen->s.len);
	buf_done(&pen->s);
	pen->s = page;
	pen->colored = false;
	buf_addf(&pen->objects, "/X%u %u 0 R ", id, id);
	return id;
}

void
pdf_pen_watermark(struct pdf_pen *pen, const struct pdf_piece *t,
    struct pdf_color c, float w)
{
	pdf_pen_unmark(pen);
	if (pen->watermark == 0)
		pen->watermark = watermark(pen, t, c);
	buf_adds(&pen->s, "/Artifact <</Type/Pagination/Subtype/Watermark>> "
	    "BDC\nq 1 0 0 1 ");
	add(pen, w / 2 + 30);
	add(pen, pen->h / 2 - 27);
	buf_addf(&pen->s, "cm /X%u Do Q\nEMC\n", pen->watermark);
}

void
pdf_pen_object(struct pdf_pen *pen, unsigned id, const float b[4])
{
	pdf_pen_flush(pen);
	pdf_pen_mark(pen);
	buf_adds(&pen->s, "q ");
	add(pen, b[2]);
	buf_adds(&pen->s, "0 0 ");
	add(pen, b[3]);
	add(pen, b[0]);
	add(pen, pen->h - b[1] - b[3]);
	buf_addf(&pen->s, "cm /X%u Do Q\n", id);
}

/* ---- paths ---- */

static void
xy(struct pdf_pen *pen, float x, float y)
{
	add(pen, x);
	add(pen, pen->h - y);
}

static void
curve(struct pdf_pen *pen, const float c[6])
{
	xy(pen, c[0], c[1]);
	xy(pen, c[2], c[3]);
	xy(pen, c[4], c[5]);
	buf_adds(&pen->s, "c\n");
}

static void
round_box(struct pdf_pen *pen, const float b[4], float r)
{
	float x = b[0], y = b[1], w = b[2], h = b[3], k;

	r = r > h / 2 ? h / 2 : r;
	r = r > w / 2 ? w / 2 : r;
	k = r * 0.448f;		/* to the handles of a quarter of a circle */
	xy(pen, x + r, y);
	buf_adds(&pen->s, "m ");
	xy(pen, x + w - r, y);
	buf_adds(&pen->s, "l\n");
	curve(pen, (float[6]){ x + w - k, y, x + w, y + k, x + w, y + r });
	xy(pen, x + w, y + h - r);
	buf_adds(&pen->s, "l\n");
	curve(pen, (float[6]){ x + w, y + h - k, x + w - k, y + h, x + w - r,
	    y + h });
	xy(pen, x + r, y + h);
	buf_adds(&pen->s, "l\n");
	curve(pen, (float[6]){ x + k, y + h, x, y + h - k, x, y + h - r });
	xy(pen, x, y + r);
	buf_adds(&pen->s, "l\n");
	curve(pen, (float[6]){ x, y + k, x + k, y, x + r, y });
	buf_adds(&pen->s, "h\n");
}

static void
ready(struct pdf_pen *pen)
{
	pdf_pen_flush(pen);
	pdf_pen_mark(pen);
}

void
pdf_pen_box(struct pdf_pen *pen, const float b[4], float r,
    struct pdf_color c)
{
	if (b[2] <= 0 || b[3] <= 0)
		return;
	ready(pen);
	pdf_pen_color(pen, c);
	if (r > 0)
		round_box(pen, b, r);
	else {
		xy(pen, b[0], b[1] + b[3]);
		add(pen, b[2]);
		add(pen, b[3]);
		buf_adds(&pen->s, "re ");
	}
	buf_adds(&pen->s, "f\n");
}

static void
stroke_color(struct pdf_pen *pen)
{
	buf_addf(&pen->s, "%s RG ", in_digits(pen, pen->now));
}

void
pdf_pen_line(struct pdf_pen *pen, const float f[4], float width)
{
	ready(pen);
	stroke_color(pen);
	add(pen, width);
	buf_adds(&pen->s, "w ");
	xy(pen, f[0], f[1]);
	buf_adds(&pen->s, "m ");
	xy(pen, f[2], f[3]);
	buf_adds(&pen->s, "l S\n");
}

void
pdf_pen_outline(struct pdf_pen *pen, const float b[4], float width)
{
	ready(pen);
	stroke_color(pen);
	add(pen, width);
	buf_adds(&pen->s, "w ");
	xy(pen, b[0], b[1] + b[3]);
	add(pen, b[2]);
	add(pen, b[3]);
	buf_adds(&pen->s, "re S\n");
}

void
pdf_pen_circle(struct pdf_pen *pen, float x, float y, float r)
{
	ready(pen);
	round_box(pen, (float[4]){ x - r, y - r, 2 * r, 2 * r }, r);
	buf_adds(&pen->s, "f\n");
}

void
pdf_pen_triangle(struct pdf_pen *pen, const float b[4])
{
	ready(pen);
	xy(pen, b[0], b[1] + b[3]);
	buf_adds(&pen->s, "m ");
	xy(pen, b[0] + b[2], b[1] + b[3]);
	buf_adds(&pen->s, "l ");
	xy(pen, b[0] + b[2] / 2, b[1]);
	buf_adds(&pen->s, "l h f\n");
}

void
pdf_pen_dots(struct pdf_pen *pen, float x, float end, float y)
{
	ready(pen);
	stroke_color(pen);
	buf_adds(&pen->s, "[0 4] 0 d 1 J 0.8 w ");
	xy(pen, x, y);
	buf_adds(&pen->s, "m ");
	xy(pen, end, y);
	buf_adds(&pen->s, "l S [] 0 d 0 J\n");
}

/* ---- pages ---- */

void
pdf_pen_page_end(struct pdf_pen *pen, const struct pdf_page *g)
{
	unsigned content = pdf_file_id(pen->file), list;
	struct buf *b, annots = BUF_INIT;
	size_t i;

	pdf_pen_flush(pen);
	pdf_pen_unmark(pen);
	pdf_file_stream(pen->file, content, "", pen->s.s, pen->s.len);
	pdf_pen_annots(pen, &annots, g);
	list = pdf_file_id(pen->file);
	pen->parents = arena_grow(pen->p->keep, pen->parents, pen->nparents,
	    sizeof(*pen->parents));
	pen->parents[pen->nparents++] = list;
	b = pdf_file_begin(pen->file, list);
	buf_addc(b, '[');
	for (i = 0; i < pen->nmc; i++) {
		pdf_object(b, pdf_elem_id(pen->mc[i]));
		buf_addc(b, ' ');
	}
	buf_addc(b, ']');
	pdf_file_end(pen->file);
	b = pdf_file_begin(pen->file, pen->pages[pen->number - 1]);
	buf_addf(b, "<< /Type /Page /Parent %u 0 R /MediaBox [0 0 ",
	    pen->pagetree);
	pdf_number(b, g->w);
	buf_addc(b, ' ');
	pdf_number(b, g->h);
	buf_addf(b, "] /Resources %u 0 R /Contents %u 0 R /Tabs /S "
	    "/StructParents %zu %s>>", pen->resources, content,
	    pen->number - 1, annots.s != NULL ? annots.s : "");
	pdf_file_end(pen->file);
	buf_done(&annots);
}

void
pdf_pen_done(struct pdf_pen *pen)
{
	struct buf *b;
	size_t i;

	for (i = 0; i < pen->nused; i++) {
		pdf_embed_write(pen->used[i].font, pen->file);
		/* those of Japanese have 20 MB each */
		pdf_font_rest(pen->p->fonts, pen->used[i].face);
	}
	b = pdf_file_begin(pen->file, pen->resources);
	buf_adds(b, "<< /Font << ");
	for (i = 0; i < pen->nused; i++)
		buf_addf(b, "/F%zu %u 0 R ", i,
		    pdf_embed_id(pen->used[i].font));
	buf_addf(b, ">> /XObject << %s>> >>", pen->objects.s != NULL ?
	    pen->objects.s : "");
	pdf_file_end(pen->file);
	buf_done(&pen->objects);
	buf_done(&pen->s);
}
