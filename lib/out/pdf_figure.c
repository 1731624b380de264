#include "base/arena.h"
#include "out/pdf.h"
#include "out/pdf_pen.h"

/* Figures are drawn as vectors, their words as text. */

static struct pdf_color
shape_color(const struct node *n)
{
	if (n->shape == SHAPE_LINE)
		return n->tone == TONE_PLAIN || n->tone == TONE_MUTED ?
		    pdf_solid(n->tone) : pdf_ink(n->tone);
	if (n->shape == SHAPE_RECT && n->tone == TONE_PLAIN)
		return (struct pdf_color){ 1, 1, 1 };
	if (n->shape == SHAPE_RECT && n->tone == TONE_MUTED)
		return pdf_tint(TONE_MUTED);
	return pdf_solid(n->tone);
}

/* Plain words on a dark ground are white. */
static struct pdf_color
text_color(const struct node *n)
{
	double x = n->x + n->w / 2, y = n->y + n->h / 2;
	const struct node *c, *on = NULL;

	if (n->shape != SHAPE_TEXT)
		return n->tone >= TONE_BAD ? (struct pdf_color){ 1, 1, 1 } :
		    pdf_ink(n->ref != NULL ? TONE_ACCENT : TONE_PLAIN);
	for (c = n->parent->first; c != NULL && c != n; c = c->next)
		if (c->type == NODE_SHAPE && (c->shape == SHAPE_RECT ||
		    c->shape == SHAPE_CIRCLE) && x >= c->x &&
		    x <= c->x + c->w && y >= c->y && y <= c->y + c->h)
			on = c;
	if (n->tone == TONE_PLAIN && on != NULL && on->tone >= TONE_BAD)
		return (struct pdf_color){ 1, 1, 1 };
	return pdf_ink(n->tone);
}

static void
text(struct pdf_pen *pen, const struct node *n, const struct pdf_op *o)
{
	struct pdf *p = pen->p;
	struct pdf_look look = { PDF_SANS, 8, 10, n->head, false,
	    text_color(n) };
	struct pdf_para *q;
	float x = o->x + (float)n->x * o->w, w = (float)n->w * o->w;
	float y = o->y + (float)(n->y + n->h / 2) * o->w;

	if (n->text == NULL)
		return;
	if (n->level > 0)
		look.size = (float)n->level;
	look.size *= o->w;
	/* words that are too wide for their box become smaller */
	q = pdf_para_plain(p, &look, n->text, pdf_lang(p, n));
	if (q->max > w && w > 0)
		look.size *= w / q->max < 0.6f ? 0.6f : w / q->max;
	look.step = look.size * 1.25f;
	if (n->align == ALIGN_RIGHT)
		x += w;
	else if (n->align != ALIGN_LEFT)
		x += w / 2;
	pdf_pen_text(pen, &look, n->align == ALIGN_NONE ? ALIGN_CENTER :
	    n->align, x, y + look.size * 0.36f, n->text);
}

static void
shape(struct pdf_pen *pen, const struct node *n, const struct pdf_op *o)
{
	float k = o->w, b[4];

	b[0] = o->x + (float)n->x * k;
	b[1] = o->y + (float)n->y * k;
	b[2] = (float)n->w * k;
	b[3] = (float)n->h * k;
	pdf_pen_color(pen, shape_color(n));
	switch (n->shape) {
	case SHAPE_RECT:
		/* neighbours of one colour stay apart */
		pdf_pen_box(pen, n->tone == TONE_PLAIN ? b : (float[4]){
		    b[0] + 0.5f, b[1] + 0.5f, b[2] - 1, b[3] - 1 }, 0,
		    shape_color(n));
		if (n->tone == TONE_PLAIN) {
			pdf_pen_color(pen, pdf_solid(TONE_PLAIN));
			pdf_pen_outline(pen, b, 0.6f);
		}
		break;
	case SHAPE_LINE:
		b[2] += b[0];
		b[3] += b[1];
		pdf_pen_line(pen, b, 0.9f);
		break;
	case SHAPE_CIRCLE:
		pdf_pen_circle(pen, b[0] + b[2] / 2, b[1] + b[3] / 2,
		    (b[2] < b[3] ? b[2] : b[3]) / 2);
		break;
	case SHAPE_TRIANGLE:
		pdf_pen_triangle(pen, b);
		break;
	case SHAPE_TEXT:
		break;
	}
	if (n->shape != SHAPE_LINE)
		text(pen, n, o);
}

void
pdf_figure(struct pdf_pen *pen, const struct pdf_op *o)
{
	const struct node *c;

	for (c = o->u.node->first; c != NULL; c = c->next)
		if (c->type == NODE_SHAPE)
			shape(pen, c, o);
}

void
pdf_figure_links(struct pdf_pen *pen, const struct pdf_op *o)
{
	const struct node *c;
	float b[4];

	for (c = o->u.node->first; c != NULL; c = c->next) {
		if (c->type != NODE_SHAPE || c->ref == NULL)
			continue;
		b[0] = o->x + (float)c->x * o->w;
		b[1] = o->y + (float)c->y * o->w;
		b[2] = (float)c->w * o->w;
		b[3] = (float)c->h * o->w;
		if (b[2] > 0 && b[3] > 0 && pdf_pen_link(pen, NULL, c->ref, b))
			pdf_pen_unlink(pen);
	}
}
