#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "book/book.h"
#include "book/part.h"
#include "load/yaml.h"
#include "model/model.h"
#include "store/store.h"

/*
 * Charts: rows of a query with label and value in the order of time.  A row
 * may name its series (with the tone that colours it) and the panel in which
 * it is drawn; a target, of any row, is a line across.  What is drawn is told
 * in words as well, and on the site as a table.
 */

#define POINTS_MAX	40
#define SERIES_MAX	8
#define PANELS_MAX	48
#define PANELS_EACH	8	/* in one figure, two in a row */
#define WIDTH		500.0	/* of a figure, points */
#define GAP		22.0	/* between two panels */
#define SMALL		7	/* of labels, points */

struct series {
	const char	*name;
	enum tone	 tone;
};

struct panel {
	const char	*title;
	const char	*label[POINTS_MAX];
	struct series	 series[SERIES_MAX];
	double		 value[POINTS_MAX][SERIES_MAX];
	bool		 known[POINTS_MAX][SERIES_MAX];
	double		 target, low, high, step;
	bool		 aimed;
	size_t		 len, nseries;
};

/* Where a panel is drawn, and on what. */
struct area {
	struct part	*part;
	struct node	*fig;
	double		 x, y, w, h;	/* of the plot itself */
};

static bool
is(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

static struct node *
shape(const struct area *a, enum shape what, const double box[4],
    enum tone tone)
{
	struct node *n = node_child(a->part->arena, a->fig, NODE_SHAPE);

	n->shape = what;
	n->x = box[0];
	n->y = box[1];
	n->w = box[2];
	n->h = box[3];
	n->tone = tone;
	return n;
}

static struct node *
label(const struct area *a, const char *text, enum align align,
    const double box[4])
{
	struct node *n = shape(a, SHAPE_TEXT, box, TONE_PLAIN);

	n->text = text;
	n->align = align;
	n->level = SMALL;
	return n;
}

double
chart_text_width(const char *s, double size)
{
	const char *end = s + strlen(s);
	double w = 0;
	uint32_t c;

	while (s < end) {
		s += utf8_get(s, (size_t)(end - s), &c);
		w += c >= 0x2e80 ? size : size * 0.56;
	}
	return w;
}

/* A number as short as it is exact to three places. */
static const char *
short_number(struct part *p, double v)
{
	long n = lround(v * 1000), whole = labs(n) / 1000, rest = labs(n) % 1000;
	const char *sign = n < 0 ? "-" : "";
	int places = 3;

	if (rest == 0)
		return arena_printf(p->arena, "%s%ld", sign, whole);
	for (; rest % 10 == 0; rest /= 10)
		places--;
	return arena_printf(p->arena, "%s%ld.%0*ld", sign, whole, places,
	    rest);
}

/* ---- reading ---- */

/* The place of a name among n, the next one when it is new. */
static size_t
label_place(struct panel *c, const char *s)
{
	size_t i;

	for (i = c->len; i > 0; i--)
		if (strcmp(c->label[i - 1], s) == 0)
			return i - 1;
	return c->len;
}

static size_t
series_place(const struct panel *c, const char *s)
{
	size_t i;

	for (i = 0; i < c->nseries; i++)
		if (strcmp(c->series[i].name, s) == 0)
			break;
	return i;
}

static enum tone
tone_of(struct part *p, const char *word)
{
	enum tone t = part_tone_named(word);

	return t == TONE_PLAIN && word != NULL ? part_tone(p, word) : t;
}

static void
read_row(struct part *p, struct panel *c, struct query *q, bool series)
{
	const char *s = query_get(q, "target"), *value = query_get(q, "value"),
	    *name;
	size_t i, k;

	if (s != NULL) {
		c->target = strtod(s, NULL);
		c->aimed = true;
	}
	s = query_get(q, "label");
	name = query_get(q, "series");
	s = s != NULL ? s : "";
	name = name != NULL ? name : "";
	/* readings in order may share a name; members of a series do not */
	i = series ? label_place(c, s) : c->len;
	k = series_place(c, name);
	if (value == NULL || i == POINTS_MAX || k == SERIES_MAX)
		return;
	if (i == c->len)
		c->label[c->len++] = arena_str(p->arena, s);
	if (k == c->nseries) {
		c->series[k].name = arena_str(p->arena, name);
		c->series[k].tone = tone_of(p, query_get(q, "tone"));
		c->nseries++;
	}
	c->value[i][k] = strtod(value, NULL);
	c->known[i][k] = true;
}

static struct panel *
read_panels(struct part *p, struct query *q, bool series, size_t *len)
{
	struct panel *all = NULL, *c = NULL;
	const char *s;

	*len = 0;
	while (query_step(q) == 1) {
		s = query_get(q, "panel");
		if (c == NULL || (s != NULL && strcmp(s, c->title) != 0)) {
			if (*len == PANELS_MAX)
				break;
			all = arena_grow(p->arena, all, *len, sizeof(*all));
			c = &all[(*len)++];
			c->title = arena_str(p->arena, s != NULL ? s : "");
		}
		read_row(p, c, q, series);
	}
	return all;
}

/* ---- measures ---- */

static double
sum_of(const struct panel *c, size_t i)
{
	double sum = 0;
	size_t k;

	for (k = 0; k < c->nseries; k++)
		sum += c->value[i][k];
	return sum;
}

/* A step of 1, 2 or 5 times a power of ten, about n of them in range. */
static double
nice(double range, double n)
{
	double raw = range / n, power = pow(10, floor(log10(raw)));

	raw /= power;
	return power * (raw <= 1 ? 1 : raw <= 2 ? 2 : raw <= 5 ? 5 : 10);
}

static void
scale(struct panel *c, bool bars)
{
	double v;
	size_t i;

	c->low = bars ? 0 : c->aimed ? c->target : c->value[0][0];
	c->high = c->aimed ? c->target : bars ? 1 : c->value[0][0];
	for (i = 0; i < c->len; i++) {
		v = bars ? sum_of(c, i) : c->value[i][0];
		c->low = fmin(c->low, v);
		c->high = fmax(c->high, v);
	}
	if (bars) {
		c->step = nice(c->high, 4);
		c->step = c->step < 1 ? 1 : c->step;
		c->high = ceil(c->high / c->step) * c->step;
		return;
	}
	c->high += (c->high - c->low) * 0.2 + 0.001;
	c->low -= (c->high - c->low) * 0.37;
}

static double
height_at(const struct panel *c, const struct area *a, double v)
{
	return a->y + a->h * (c->high - v) / (c->high - c->low);
}

/* ---- drawing ---- */

#define ABOVE	(-13.0)	/* from a point to the top of its number */
#define BELOW	4.0
#define NUMBER	9.0	/* how high that is */

/*
 * Where the number of a reading stands: above its point, or below where the
 * line goes up on both sides, and never on the line of the target, but beyond
 * it where the line of readings leaves no room on the other side.
 */
static double
number_at(const struct panel *c, const struct area *a, size_t i)
{
	double y = height_at(c, a, c->value[i][0]), aim, at;
	double before = i > 0 ? height_at(c, a, c->value[i - 1][0]) : y,
	    after = i + 1 < c->len ? height_at(c, a, c->value[i + 1][0]) : y;
	bool valley = before < y - 3 && after <= y - (i + 1 < c->len ? 3 : 0),
	    peak = before > y + 3 && after > y + 3;

	at = valley && y + BELOW + NUMBER <= a->y + a->h ? BELOW : ABOVE;
	aim = c->aimed ? height_at(c, a, c->target) - y : at - NUMBER;
	if (aim < at - 1 || aim > at + NUMBER + 1)
		return at;
	if (valley && y + aim + 2 + NUMBER <= a->y + a->h)
		return aim + 2;
	if (peak && y + aim - 2 - NUMBER >= a->y)
		return aim - 2 - NUMBER;
	return at < 0 && y + BELOW + NUMBER <= a->y + a->h ? BELOW : ABOVE;
}

/* How far below the line of the target its name stands. */
static double
target_at(const struct panel *c, const struct area *a)
{
	double y = height_at(c, a, c->target), top;
	size_t last = c->len - 1;

	top = height_at(c, a, c->value[last][0]) + number_at(c, a, last);
	/* above it, unless the number of the last reading stands there */
	return top > y - 20 && top < y + 1 && y + 11 < a->y + a->h ? 1 : -10;
}

static void
frame(const struct panel *c, const struct area *a)
{
	double v, y;

	for (v = c->step; c->step > 0 && v <= c->high + c->step / 2;
	    v += c->step) {
		y = height_at(c, a, v);
		shape(a, SHAPE_LINE, (double[4]){ a->x, y, a->w, 0 },
		    TONE_MUTED);
		label(a, short_number(a->part, v), ALIGN_RIGHT,
		    (double[4]){ a->x - 34, y - 5, 29, 10 });
	}
	shape(a, SHAPE_LINE, (double[4]){ a->x, a->y + a->h, a->w, 0 },
	    TONE_PLAIN);
	if (!c->aimed)
		return;
	y = height_at(c, a, c->target);
	shape(a, SHAPE_LINE, (double[4]){ a->x, y, a->w, 0 }, TONE_GOOD);
	label(a, arena_printf(a->part->arena, "%s %s", part_label(a->part,
	    "target"), short_number(a->part, c->target)), ALIGN_RIGHT,
	    (double[4]){ a->x, y + target_at(c, a), a->w, 9 });
}

/* Every label, or every second, third ... where they have no room. */
static void
labels(const struct panel *c, const struct area *a)
{
	double step = a->w / (double)c->len, most = 0, x, w;
	size_t i, every;

	for (i = 0; i < c->len; i++)
		most = fmax(most, chart_text_width(c->label[i], SMALL));
	every = (size_t)ceil((most + 5) / step);
	for (i = 0; i < c->len; i += every > 0 ? every : 1) {
		x = a->x + step * ((double)i + 0.5);
		w = fmax(step * (double)every, most);
		label(a, c->label[i], ALIGN_CENTER, (double[4]){ x - w / 2,
		    a->y + a->h + 3, w, 10 });
	}
}

static void
draw_line(const struct panel *c, const struct area *a)
{
	double step = a->w / (double)c->len, x, y, was_x = 0, was_y = 0;
	size_t i;

	for (i = 0; i < c->len; i++) {
		x = a->x + step * ((double)i + 0.5);
		y = height_at(c, a, c->value[i][0]);
		if (i > 0)
			shape(a, SHAPE_LINE, (double[4]){ was_x, was_y,
			    x - was_x, y - was_y }, TONE_ACCENT);
		was_x = x;
		was_y = y;
		shape(a, SHAPE_CIRCLE, (double[4]){ x - 2.5, y - 2.5, 5, 5 },
		    TONE_ACCENT);
		if (step < 16 && i + 1 < c->len)
			continue;
		label(a, short_number(a->part, c->value[i][0]), ALIGN_CENTER,
		    (double[4]){ x - 30, y + number_at(c, a, i), 60, NUMBER })->head = true;
	}
}

/* Series upon series; the number in each part that has room for it. */
static void
draw_bars(const struct panel *c, const struct area *a)
{
	double step = a->w / (double)c->len, wide = fmin(step * 0.68, 34), x,
	    foot, top, sum;
	struct node *n;
	size_t i, k;

	for (i = 0; i < c->len; i++) {
		x = a->x + step * ((double)i + 0.5) - wide / 2;
		for (k = 0, sum = 0; k < c->nseries; k++) {
			if (c->value[i][k] <= 0)
				continue;
			foot = height_at(c, a, sum);
			sum += c->value[i][k];
			top = height_at(c, a, sum);
			n = shape(a, SHAPE_RECT, (double[4]){ x, top, wide,
			    foot - top }, c->series[k].tone);
			n->level = SMALL;
			if (foot - top >= 8.5 && wide >= 9)
				n->text = short_number(a->part,
				    c->value[i][k]);
		}
	}
}

/* What the colours mean, above the plot at its right end. */
static void
legend(const struct panel *c, const struct area *a, double y)
{
	double x = a->x + a->w, w;
	size_t k;

	for (k = c->nseries; k-- > 0;) {
		w = chart_text_width(c->series[k].name, SMALL) + 4;
		x -= w;
		label(a, c->series[k].name, ALIGN_LEFT, (double[4]){ x, y, w,
		    9 });
		x -= 11;
		shape(a, SHAPE_RECT, (double[4]){ x, y + 1, 8, 7 },
		    c->series[k].tone);
		x -= 10;
	}
}

/* ---- in words and numbers ---- */

static const char *
in_words(struct part *p, const struct panel *c, const char *before)
{
	const char *s = before;
	size_t i, k;

	if (*c->title != '\0')
		s = arena_printf(p->arena, "%s%s: ", s, c->title);
	for (i = 0; i < c->len; i++) {
		s = arena_printf(p->arena, "%s%s%s", s, i > 0 ? "; " : "",
		    c->label[i]);
		for (k = 0; k < c->nseries; k++)
			if (c->known[i][k])
				s = arena_printf(p->arena, "%s%s%s %s", s,
				    k > 0 ? ", " : *c->series[k].name != '\0' ?
				    ": " : "", c->series[k].name,
				    short_number(p, c->value[i][k]));
	}
	if (c->aimed)
		s = arena_printf(p->arena, "%s (%s %s)", s,
		    part_label(p, "target"), short_number(p, c->target));
	return arena_printf(p->arena, "%s. ", s);
}

static void
number_cell(struct part *p, struct node *row, const char *text)
{
	part_cell(p, row, text)->align = ALIGN_RIGHT;
}

/* The numbers as a table, for the site: a row a label, or one a panel. */
static void
data_table(struct part *p, struct node *up, const struct panel *c, size_t n)
{
	struct node *t = node_child(p->arena, up, NODE_TABLE), *row;
	size_t i, k, at;

	t->site = t->aside = true;
	t->name = "plain";
	row = node_child(p->arena, t, NODE_ROW);
	row->head = true;
	if (n > 1)
		part_cell(p, row, part_word(p, "manual.panel"));
	part_cell(p, row, part_word(p, "manual.when"));
	for (k = 0; k < c->nseries; k++)
		number_cell(p, row, *c->series[k].name != '\0' ?
		    c->series[k].name : part_word(p, "manual.value"));
	if (c->aimed)
		number_cell(p, row, part_label(p, "target"));
	for (at = 0; at < n; at++)
		for (i = 0; i < c[at].len; i++) {
			row = node_child(p->arena, t, NODE_ROW);
			if (n > 1)
				part_cell(p, row, c[at].title);
			part_cell(p, row, c[at].label[i]);
			for (k = 0; k < c->nseries; k++)
				number_cell(p, row, c[at].known[i][k] ?
				    short_number(p, c[at].value[i][k]) : "");
			if (c->aimed)
				number_cell(p, row, short_number(p,
				    c[at].target));
		}
}

/* ---- figures ---- */

static void
draw_one(struct part *p, struct node *up, struct panel *c, bool bars)
{
	struct area a = { p, node_child(p->arena, up, NODE_FIGURE), 40, 14,
	    WIDTH - 46, 96 };

	a.fig->w = WIDTH;
	scale(c, bars);
	if (bars) {
		a.y = 20;
		a.h = fmin(110, 30 * c->high / c->step);
		legend(c, &a, 2);
	}
	a.fig->h = a.y + a.h + 18;
	frame(c, &a);
	if (bars)
		draw_bars(c, &a);
	else
		draw_line(c, &a);
	labels(c, &a);
	a.fig->text = in_words(p, c, "");
}

/* Some panels, two in a row. */
static void
draw_some(struct part *p, struct node *up, struct panel *c, size_t n)
{
	const double high = 98, wide = (WIDTH - GAP) / 2;
	struct area a = { p, node_child(p->arena, up, NODE_FIGURE), 0, 0,
	    wide, 52 };
	const char *words = "";
	struct node *t;
	size_t i;

	a.fig->w = WIDTH;
	a.fig->h = (double)((n + 1) / 2) * high;
	for (i = 0; i < n; i++) {
		a.x = i % 2 == 0 ? 0 : wide + GAP;
		a.y = (double)(i / 2) * high + 24;
		t = label(&a, c[i].title, ALIGN_LEFT, (double[4]){ a.x,
		    a.y - 24, a.w, 11 });
		t->head = true;
		scale(&c[i], false);
		frame(&c[i], &a);
		draw_line(&c[i], &a);
		labels(&c[i], &a);
		words = in_words(p, &c[i], words);
	}
	a.fig->text = words;
}

void
figure_chart(struct part *p, struct node *up, const struct yaml *spec)
{
	struct query *q = part_query(p, up, yaml_str(spec, "query"));
	bool bars = is(yaml_str(spec, "look"), "bars");
	const char *name = part_say_of(p, spec, "caption");
	struct panel *c;
	size_t len, i, n;

	if (q == NULL)
		return;
	c = read_panels(p, q, bars, &len);
	query_close(q);
	/* one reading is no course of anything */
	for (i = n = 0; i < len; i++)
		if (c[i].len >= 2)
			c[n++] = c[i];
	if (n == 0) {
		if (part_say_of(p, spec, "empty") != NULL)
			part_para(p, up, part_say_of(p, spec, "empty"));
		return;
	}
	if (*c[0].title == '\0') {
		draw_one(p, up, c, bars);
		up->last->name = name;
	} else
		for (i = 0; i < n; i += PANELS_EACH) {
			draw_some(p, up, c + i, n - i < PANELS_EACH ? n - i :
			    PANELS_EACH);
			up->last->name = name;
		}
	data_table(p, up, c, n);
}
