#include <string.h>

#include "base/buf.h"
#include "out/html.h"
#include "out/out.h"

/*
 * A length in points with two places: enough for paper, and printed by hand
 * so that no locale puts a comma into it.
 */
static void
points(struct buf *b, double v)
{
	long n = (long)(v * 100 + (v < 0 ? -0.5 : 0.5));

	if (n < 0) {
		buf_addc(b, '-');
		n = -n;
	}
	buf_addf(b, "%ld", n / 100);
	if (n % 10 != 0)
		buf_addf(b, ".%02ld", n % 100);
	else if (n % 100 != 0)
		buf_addf(b, ".%ld", n % 100 / 10);
}

static void
length(struct buf *b, const char *name, double v)
{
	buf_addf(b, " %s=\"", name);
	points(b, v);
	buf_addc(b, '"');
}

static void
path_to(struct buf *b, char how, double x, double y)
{
	buf_addc(b, how);
	points(b, x);
	buf_addc(b, ' ');
	points(b, y);
}

static void
outline(const struct node *s, struct buf *b)
{
	switch (s->shape) {
	case SHAPE_RECT:
		buf_adds(b, "<rect");
		length(b, "x", s->x);
		length(b, "y", s->y);
		length(b, "width", s->w);
		length(b, "height", s->h);
		break;
	case SHAPE_LINE:
		buf_adds(b, "<line");
		length(b, "x1", s->x);
		length(b, "y1", s->y);
		length(b, "x2", s->x + s->w);
		length(b, "y2", s->y + s->h);
		break;
	case SHAPE_CIRCLE:
		buf_adds(b, "<ellipse");
		length(b, "cx", s->x + s->w / 2);
		length(b, "cy", s->y + s->h / 2);
		length(b, "rx", s->w / 2);
		length(b, "ry", s->h / 2);
		break;
	case SHAPE_TRIANGLE:
		buf_adds(b, "<path d=\"");
		path_to(b, 'M', s->x + s->w / 2, s->y);
		path_to(b, 'L', s->x + s->w, s->y + s->h);
		path_to(b, 'L', s->x, s->y + s->h);
		buf_adds(b, "Z\"");
		break;
	case SHAPE_TEXT:
		return;
	}
	html_class(b, s->tone, "s");
	buf_adds(b, "/>");
}

static void
label(const struct node *s, struct buf *b)
{
	static const char *const anchors[] = {
		[ALIGN_NONE] = "middle", [ALIGN_LEFT] = "start",
		[ALIGN_CENTER] = "middle", [ALIGN_RIGHT] = "end"
	};
	double size = s->level != 0 ? s->level : 8, x = s->x + s->w / 2;

	if (s->text == NULL || *s->text == '\0')
		return;
	if (s->align == ALIGN_LEFT)
		x = s->x;
	else if (s->align == ALIGN_RIGHT)
		x = s->x + s->w;
	buf_adds(b, "<text");
	length(b, "x", x);
	/* The middle of a line of text lies about a third above its foot. */
	length(b, "y", s->y + s->h / 2 + size * 0.35);
	length(b, "font-size", size);
	buf_addf(b, " text-anchor=\"%s\"", anchors[s->align]);
	html_class(b, s->tone, s->head ? "b" : NULL);
	buf_addc(b, '>');
	html_escape(b, s->text);
	buf_adds(b, "</text>");
}

/* The shapes that begin between from and to, as one drawing. */
static void
panel(const struct html *h, const struct html_page *page,
    const struct node *fig, const double at[2], struct buf *b)
{
	const struct node *s;
	struct buf href = BUF_INIT;
	bool ok;

	buf_adds(b, "<svg");
	length(b, "width", at[1] - at[0]);
	length(b, "height", fig->h);
	buf_adds(b, " viewBox=\"");
	points(b, at[0]);
	buf_addf(b, " 0 %ld %ld\" role=\"group\" aria-label=\"",
	    (long)(at[1] - at[0] + 0.99), (long)(fig->h + 0.99));
	html_escape(b, fig->text);
	buf_adds(b, "\">\n");
	for (s = fig->first; s != NULL; s = s->next) {
		if (s->type != NODE_SHAPE || (fig->span > 1 &&
		    (s->x < at[0] || s->x >= at[1])))
			continue;
		buf_clear(&href);
		ok = s->ref != NULL && html_ref(h, &href, page, s->ref);
		if (ok) {
			buf_adds(b, "<a");
			buf_add(b, href.s, href.len);
			buf_addc(b, '>');
		}
		outline(s, b);
		label(s, b);
		buf_adds(b, ok ? "</a>\n" : "\n");
	}
	buf_adds(b, "</svg>");
	buf_done(&href);
}

void
html_figure(const struct html *h, const struct html_page *page,
    const struct node *fig, struct buf *b)
{
	unsigned i, n = fig->span > 1 ? fig->span : 1;

	buf_addf(b, "<figure><section class=\"scroll%s\" "
	    "tabindex=\"0\" aria-label=\"", n > 1 ? " panels" : "");
	html_escape(b, fig->text);
	buf_adds(b, "\">");
	for (i = 0; i < n; i++)
		panel(h, page, fig, (double[2]){ fig->w * i / n,
		    fig->w * (i + 1) / n }, b);
	buf_adds(b, "</section>");
	if (fig->name != NULL) {
		buf_adds(b, "<figcaption>");
		html_escape(b, fig->name);
		buf_adds(b, "</figcaption>");
	}
	buf_adds(b, "</figure>\n");
}
