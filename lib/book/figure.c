#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "book/book.h"
#include "book/part.h"
#include "load/yaml.h"
#include "model/model.h"
#include "store/store.h"

#define STEPS_MAX	25
#define WIDTH		500.0		/* of a figure, points */
#define KEY_SIZE	7		/* of what the colours say */

static struct node *
shape(struct part *p, struct node *fig, enum shape what, double x, double y)
{
	struct node *n = node_child(p->arena, fig, NODE_SHAPE);

	n->shape = what;
	n->x = x;
	n->y = y;
	return n;
}

static struct node *
label(struct part *p, struct node *fig, const char *text, enum align align,
    const double box[4])
{
	struct node *n = shape(p, fig, SHAPE_TEXT, box[0], box[1]);

	n->w = box[2];
	n->h = box[3];
	n->text = text;
	n->align = align;
	return n;
}

/*
 * A map of two scales: a query tells the cells with their levels and what the
 * rows and columns are called, another puts records in them.
 */
struct heat {
	struct part	*part;
	const char	*row_axis, *col_axis;
	const char	*row_value[STEPS_MAX], *col_value[STEPS_MAX];
	const char	*row_label[STEPS_MAX], *col_label[STEPS_MAX];
	const char	*level[STEPS_MAX][STEPS_MAX];
	size_t		 nrows, ncols;
	const char	**ids[STEPS_MAX][STEPS_MAX];
	size_t		 len[STEPS_MAX][STEPS_MAX];
	double		 x, y, cell_w, cell_h;
	bool		 brief;
};

static const char *
keep(const struct heat *h, const char *text)
{
	return arena_str(h->part->arena, text == NULL ? "" : text);
}

/* A number from 1 in a column of the row; 0 when it is none or too large. */
static size_t
number(struct query *q, const char *column)
{
	const char *s = query_get(q, column);
	long n = s == NULL ? 0 : strtol(s, NULL, 10);

	return n < 1 || n > STEPS_MAX ? 0 : (size_t)n;
}

/* The cells of the map; false when there are none, or too many. */
static bool
read_cells(struct heat *h, struct query *q)
{
	size_t r, c;

	while (query_step(q) == 1) {
		r = number(q, "row");
		c = number(q, "col");
		if (r == 0 || c == 0)
			return false;
		h->nrows = r > h->nrows ? r : h->nrows;
		h->ncols = c > h->ncols ? c : h->ncols;
		h->level[r - 1][c - 1] = keep(h, query_get(q, "level"));
		h->row_value[r - 1] = keep(h, query_get(q, "row_value"));
		h->col_value[c - 1] = keep(h, query_get(q, "col_value"));
		h->row_label[r - 1] = keep(h, query_get(q, "row_label"));
		h->col_label[c - 1] = keep(h, query_get(q, "col_label"));
		h->row_axis = keep(h, query_get(q, "row_axis"));
		h->col_axis = keep(h, query_get(q, "col_axis"));
	}
	return h->nrows > 0;
}

/* "3 possible" of a step, or its number where there is no room. */
static const char *
step_label(const struct heat *h, const char *value, const char *text)
{
	if (value == NULL)
		return "";
	return h->brief || *text == '\0' ? value : arena_printf(
	    h->part->arena, "%s %s", value, text);
}

static void
place(struct heat *h, struct query *q)
{
	const char *id = query_get(q, "id");
	size_t r = number(q, "row"), c = number(q, "col");

	if (id == NULL || r == 0 || c == 0 || r > h->nrows || c > h->ncols)
		return;
	r--;
	c--;
	h->ids[r][c] = arena_grow(h->part->arena, h->ids[r][c],
	    h->len[r][c], sizeof(*h->ids[r][c]));
	h->ids[r][c][h->len[r][c]++] = arena_str(h->part->arena, id);
}

#define CHIP_W	38.0
#define CHIP_H	12.0

static void
chips(const struct heat *h, struct node *fig, size_t r, size_t c,
    const double at[2])
{
	struct part *p = h->part;
	size_t per = (size_t)(h->cell_w - 4) / (size_t)CHIP_W, i;
	size_t rows = (size_t)((h->cell_h - 4) / CHIP_H), n = h->len[r][c];
	double left = (h->cell_w - (double)per * CHIP_W) / 2 + 1.5;
	struct node *s;

	for (i = 0; i < n && i < per * rows; i++) {
		s = shape(p, fig, SHAPE_RECT,
		    at[0] + left + (double)(i % per) * CHIP_W,
		    at[1] + 4 + (double)(i / per) * CHIP_H);
		s->w = CHIP_W - 3;
		s->h = CHIP_H - 2.5;
		s->level = 7;
		if (i + 1 == per * rows && n > per * rows) {
			s->text = arena_printf(p->arena, "+%zu", n - i);
		} else {
			s->text = h->ids[r][c][i];
			s->ref = s->text;
		}
	}
}

static size_t
fullest(const struct heat *h)
{
	size_t r, c, most = 0;

	for (r = 0; r < h->nrows; r++)
		for (c = 0; c < h->ncols; c++)
			if (h->len[r][c] > most)
				most = h->len[r][c];
	return most;
}

/* What a level is called. */
static const char *
level_name(const struct heat *h, const char *level)
{
	return part_word_or(h->part, arena_printf(h->part->arena,
	    "manual.level_%s", level), level);
}

/* One cell of the map; row 1 lies at the foot. */
static void
put_cell(const struct heat *h, struct node *fig, size_t r, size_t c)
{
	const char *level = h->level[r][c];
	double at[2] = {
		h->x + (double)c * h->cell_w,
		h->y + (double)(h->nrows - 1 - r) * h->cell_h
	};
	struct node *s = shape(h->part, fig, SHAPE_RECT, at[0], at[1]);

	s->w = h->cell_w;
	s->h = h->cell_h;
	s->tone = part_tone(h->part, level);
	if (fullest(h) == 0 && level != NULL && h->cell_w >= CHIP_W) {
		s->text = level_name(h, level);
		return;
	}
	if (h->len[r][c] == 0)
		return;
	if (!h->brief && h->cell_w >= CHIP_W + 4) {
		chips(h, fig, r, c, at);
		return;
	}
	s = shape(h->part, fig, SHAPE_TEXT, at[0], at[1]);
	s->w = h->cell_w;
	s->h = h->cell_h;
	s->text = arena_printf(h->part->arena, "%zu", h->len[r][c]);
	s->level = 13;
	s->head = true;
}

static void
axes(const struct heat *h, struct node *fig, const char *title)
{
	struct part *p = h->part;
	double foot = h->y + (double)h->nrows * h->cell_h,
	    wide = (double)h->ncols * h->cell_w;
	struct node *n;
	size_t i;

	if (h->brief) {
		n = label(p, fig, title, ALIGN_LEFT, (double[4]){ h->x,
		    h->y - 32, wide, 14 });
		n->level = 10;
		n->head = true;
	}
	n = label(p, fig, h->row_axis, ALIGN_LEFT,
	    (double[4]){ h->brief ? h->x : 0, h->y - 15, 120, 12 });
	n->tone = TONE_MUTED;
	for (i = 0; i < h->nrows; i++)
		label(p, fig, step_label(h, h->row_value[i], h->row_label[i]),
		    h->brief ? ALIGN_RIGHT : ALIGN_LEFT,
		    (double[4]){ h->brief ? h->x - 20 : 0,
		    foot - (double)(i + 1) * h->cell_h,
		    h->brief ? 14 : h->x - 6, h->cell_h });
	for (i = 0; i < h->ncols; i++)
		label(p, fig, step_label(h, h->col_value[i], h->col_label[i]),
		    ALIGN_CENTER, (double[4]){ h->x + (double)i * h->cell_w,
		    foot + 2, h->cell_w, 14 });
	n = label(p, fig, h->col_axis, ALIGN_RIGHT,
	    (double[4]){ h->x, foot + 15, wide, 12 });
	n->tone = TONE_MUTED;
}

/* Is the level that of a cell before this one, in the order of reading? */
static bool
was_before(const struct heat *h, size_t row, size_t col)
{
	const char *level = h->level[row][col];
	size_t r, c;

	for (r = 0; r <= row; r++)
		for (c = 0; c < (r < row ? h->ncols : col); c++)
			if (h->level[r][c] != NULL &&
			    strcmp(h->level[r][c], level) == 0)
				return true;
	return false;
}

/* What the colours say, from the mildest on, at the left below the map. */
static void
key(const struct heat *h, struct node *fig)
{
	double x = h->x, y = h->y + (double)h->nrows * h->cell_h + 16;
	const char *name;
	struct node *s;
	size_t r, c;
	int tone;

	for (tone = TONE_PLAIN; tone <= TONE_ACCENT; tone++)
		for (r = 0; r < h->nrows; r++)
			for (c = 0; c < h->ncols; c++) {
				if (h->level[r][c] == NULL ||
				    (int)part_tone(h->part, h->level[r][c]) !=
				    tone || was_before(h, r, c))
					continue;
				name = level_name(h, h->level[r][c]);
				s = shape(h->part, fig, SHAPE_RECT, x, y + 1);
				s->w = s->h = 8;
				s->tone = (enum tone)tone;
				s = label(h->part, fig, name, ALIGN_LEFT,
				    (double[4]){ x + 11, y,
				    chart_text_width(name, KEY_SIZE) + 3, 10 });
				s->level = KEY_SIZE;
				x += s->w + 20;
			}
}

static void
read_set(struct heat *h, struct node *up, const struct yaml *set)
{
	struct query *q;

	memset(h->ids, 0, sizeof(h->ids));
	memset(h->len, 0, sizeof(h->len));
	if ((q = part_query(h->part, up, yaml_str(set, "query"))) == NULL)
		return;
	while (query_step(q) == 1)
		place(h, q);
	query_close(q);
}

/* What the map shows, for those who cannot see it. */
static const char *
in_words(const struct heat *h, const char *title)
{
	struct part *p = h->part;
	const char *s = arena_printf(p->arena, "%s \xe2\x80\x93 %s \xc3\x97 %s",
	    title, h->row_axis, h->col_axis);
	size_t r, c;

	for (r = h->nrows; r-- > 0;)
		for (c = h->ncols; c-- > 0;)
			if (h->len[r][c] > 0)
				s = arena_printf(p->arena, "%s; %s\xc3\x97%s:"
				    " %zu", s, h->row_value[r],
				    h->col_value[c], h->len[r][c]);
	return s;
}

static struct node *
draw_full(struct heat *h, struct node *up, const char *title)
{
	struct node *fig = node_child(h->part->arena, up, NODE_FIGURE);
	size_t per, r, c, lines;

	h->x = 84;
	h->y = 18;
	h->cell_w = (WIDTH - h->x) / (double)h->ncols;
	per = (size_t)(h->cell_w - 4) / (size_t)CHIP_W;
	lines = per == 0 ? 1 : (fullest(h) + per - 1) / per;
	h->cell_h = (double)(lines < 2 ? 2 : lines > 6 ? 6 : lines) *
	    CHIP_H + 8;
	fig->w = WIDTH;
	fig->h = h->y + (double)h->nrows * h->cell_h + 30;
	fig->text = in_words(h, title);
	fig->name = title;
	for (r = 0; r < h->nrows; r++)
		for (c = 0; c < h->ncols; c++)
			put_cell(h, fig, r, c);
	axes(h, fig, title);
	if (fullest(h) > 0)
		key(h, fig);
	return fig;
}

/* All sets side by side, with numbers only. */
static void
draw_brief(struct heat *h, struct node *up, const struct yaml *sets)
{
	struct part *p = h->part;
	struct node *fig = node_child(p->arena, up, NODE_FIGURE);
	const struct yaml *set;
	double share = WIDTH / (double)(sets->len > 0 ? sets->len : 1);
	const char *title;
	size_t r, c;

	h->cell_w = (share - 40) / (double)h->ncols;
	h->cell_h = 26;
	h->x = 20;
	h->y = 36;
	fig->w = WIDTH;
	fig->h = h->y + (double)h->nrows * h->cell_h + 30;
	fig->span = (unsigned)sets->len;
	for (set = sets->first; set != NULL; set = set->next) {
		read_set(h, up, set);
		title = part_say_of(p, set, "title");
		fig->text = fig->text == NULL ? in_words(h, title) :
		    arena_printf(p->arena, "%s. %s", fig->text,
		    in_words(h, title));
		for (r = 0; r < h->nrows; r++)
			for (c = 0; c < h->ncols; c++)
				put_cell(h, fig, r, c);
		axes(h, fig, title);
		if (set == sets->first)
			key(h, fig);
		h->x += share;
	}
}

void
figure_heat(struct part *p, struct node *up, const struct yaml *spec)
{
	struct heat h = { .part = p };
	const struct yaml *sets = yaml_get(spec, "sets"), *set;
	struct query *q = part_query(p, up, yaml_str(spec, "cells"));
	bool whole = q != NULL && sets != NULL && read_cells(&h, q);

	query_close(q);
	if (!whole) {
		part_para(p, up, part_word(p, "manual.no_matrix"));
		return;
	}
	h.brief = yaml_get(spec, "brief") != NULL;
	if (h.brief) {
		draw_brief(&h, up, sets);
		return;
	}
	for (set = sets->first; set != NULL; set = set->next) {
		read_set(&h, up, set);
		draw_full(&h, up, part_say_of(p, set, "title"));
	}
}
