#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "book/book.h"
#include "book/part.h"
#include "load/yaml.h"
#include "model/model.h"
#include "store/store.h"

/*
 * What a record hangs on, from left to right: columns of records and lines
 * between them; on a page of no record, pairs whose first is empty.  Queries
 * of pairs, each asked once for all records, name what stands in a column
 * beside which record, and what the lines join.  The figure has a bounded size
 * whatever they give: what does not fit is a number.
 */
#define COLUMNS_MAX	8
#define ROWS_MAX	9
#define WIDTH		500.0
#define BOX_H		15.0
#define STEP		20.0
#define HEAD		18.0

struct column {
	const char	*title;
	const char	*ids[ROWS_MAX];
	size_t		 len, more;
};

struct graph {
	struct part	*part;
	struct node	*fig;
	const char	*about;		/* id; "" on a page of no record */
	struct column	 columns[COLUMNS_MAX];
	size_t		 len;
	double		 box_w, col_w;
};

/* What a query of pairs names behind one and the same id, in its order. */
struct ids {
	const char	**list;
	size_t		 len;
};

/*
 * A query that was asked.  Every page has the same few, each the one string
 * of manual.yaml: no need to look at the text of it.
 */
struct pairs {
	struct pairs	*next;
	const char	*sql;
	struct map	*by_first;
};

static struct map *
read_pairs(struct part *p, struct node *up, const char *sql)
{
	struct query *q = part_query(p, up, sql);
	struct map *m = map_new(p->arena);
	const char *from, *to;
	struct ids *ids;

	while (q != NULL && query_step(q) == 1) {
		from = query_text(q, 0);
		to = query_text(q, 1);
		if (from == NULL || to == NULL)
			continue;
		if ((ids = map_get(m, from)) == NULL) {
			ids = arena_alloc(p->arena, sizeof(*ids));
			map_put(m, arena_str(p->arena, from), ids);
		}
		ids->list = arena_grow(p->arena, ids->list, ids->len,
		    sizeof(*ids->list));
		ids->list[ids->len++] = arena_str(p->arena, to);
	}
	query_close(q);
	return m;
}

static const struct ids *
pairs_of(struct graph *g, struct node *up, const char *sql, const char *id)
{
	static const struct ids none = { NULL, 0 };
	struct part *p = g->part;
	const struct ids *ids;
	struct pairs *q;

	if (sql == NULL)
		return &none;
	for (q = p->pairs; q != NULL && q->sql != sql; q = q->next)
		continue;
	if (q == NULL) {
		q = arena_alloc(p->arena, sizeof(*q));
		q->sql = sql;
		q->by_first = read_pairs(p, up, sql);
		q->next = p->pairs;
		p->pairs = q;
	}
	ids = map_get(q->by_first, id);
	return ids != NULL ? ids : &none;
}

static void
read_column(struct graph *g, struct node *up, const struct yaml *y)
{
	struct column *c = &g->columns[g->len++];
	const struct ids *ids = pairs_of(g, up, yaml_str(y, "query"),
	    g->about);

	c->title = part_say_of(g->part, y, "title");
	/* The last place tells how many are not shown. */
	c->len = ids->len <= ROWS_MAX ? ids->len : ROWS_MAX - 1;
	c->more = ids->len - c->len;
	if (c->len > 0)
		memcpy(c->ids, ids->list, c->len * sizeof(*c->ids));
}

static struct node *
shape(struct graph *g, enum shape what, double x, double y)
{
	struct node *n = node_child(g->part->arena, g->fig, NODE_SHAPE);

	n->shape = what;
	n->x = x;
	n->y = y;
	return n;
}

static double
left(const struct graph *g, size_t col)
{
	return (double)col * g->col_w;
}

static double
top(size_t row)
{
	return HEAD + (double)row * STEP;
}

/* Where a record stands; false when it does not. */
static bool
find(const struct graph *g, const char *id, size_t *col, size_t *row)
{
	for (*col = 0; *col < g->len; ++*col)
		for (*row = 0; *row < g->columns[*col].len; ++*row)
			if (strcmp(g->columns[*col].ids[*row], id) == 0)
				return true;
	return false;
}

static void
line(struct graph *g, double x1, double y1, double x2, double y2)
{
	struct node *n = shape(g, SHAPE_LINE, x1, y1);

	n->w = x2 - x1;
	n->h = y2 - y1;
}

/*
 * To the next column straight; past others between their rows, since a line
 * that runs through a box seems to begin or to end there.
 */
static void
join(struct graph *g, size_t c1, size_t r1, size_t c2, size_t r2)
{
	double x1 = left(g, c1) + g->box_w, y1 = top(r1) + BOX_H / 2,
	    x2 = left(g, c2), y2 = top(r2) + BOX_H / 2;
	double from = left(g, c1 + 1), to = left(g, c2 - 1) + g->box_w,
	    lane = top(r2) - (STEP - BOX_H) / 2;

	if (c2 == c1 + 1) {
		line(g, x1, y1, x2, y2);
		return;
	}
	line(g, x1, y1, from, lane);
	line(g, from, lane, to, lane);
	line(g, to, lane, x2, y2);
}

static void
draw_line(struct graph *g, const char *from, const char *to)
{
	size_t c1, r1, c2, r2;

	if (!find(g, from, &c1, &r1) || !find(g, to, &c2, &r2) || c1 == c2)
		return;
	if (c1 < c2)
		join(g, c1, r1, c2, r2);
	else
		join(g, c2, r2, c1, r1);
}

static int
by_bytes(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

/* Every line begins at something that stands in a column. */
static void
draw_lines(struct graph *g, struct node *up, const char *sql)
{
	const char *all[COLUMNS_MAX * ROWS_MAX];
	size_t n = 0, i, k;

	for (i = 0; i < g->len; i++)
		for (k = 0; k < g->columns[i].len; k++)
			all[n++] = g->columns[i].ids[k];
	qsort(all, n, sizeof(*all), by_bytes);
	for (i = 0; i < n; i++) {
		const struct ids *ids = pairs_of(g, up, sql, all[i]);

		if (i > 0 && strcmp(all[i], all[i - 1]) == 0)
			continue;
		for (k = 0; k < ids->len; k++)
			draw_line(g, all[i], ids->list[k]);
	}
}

static void
draw_column(struct graph *g, size_t col)
{
	const struct column *c = &g->columns[col];
	struct part *p = g->part;
	struct node *n;
	size_t i;

	n = shape(g, SHAPE_TEXT, left(g, col), 0);
	n->w = g->box_w;
	n->h = 12;
	n->text = c->title;
	n->align = ALIGN_LEFT;
	n->tone = TONE_MUTED;
	for (i = 0; i < c->len; i++) {
		n = shape(g, SHAPE_RECT, left(g, col), top(i));
		n->w = g->box_w;
		n->h = BOX_H;
		n->text = c->ids[i];
		n->ref = c->ids[i];
		n->tone = strcmp(g->about, c->ids[i]) == 0 ?
		    TONE_INFO : TONE_PLAIN;
	}
	if (c->more == 0)
		return;
	n = shape(g, SHAPE_TEXT, left(g, col), top(i));
	n->w = g->box_w;
	n->h = BOX_H;
	n->text = arena_printf(p->arena, "+%zu", c->more);
	n->tone = TONE_MUTED;
}

/* "Assets: AST-0001, AST-0002; Risks: ..." */
static const char *
in_words(const struct graph *g)
{
	const char *s = "";
	size_t c, i;

	for (c = 0; c < g->len; c++) {
		s = arena_printf(g->part->arena, "%s%s%s:", s,
		    c == 0 ? "" : "; ", g->columns[c].title);
		for (i = 0; i < g->columns[c].len; i++)
			s = arena_printf(g->part->arena, "%s%s %s", s,
			    i == 0 ? "" : ",", g->columns[c].ids[i]);
		if (g->columns[c].more > 0)
			s = arena_printf(g->part->arena, "%s +%zu", s,
			    g->columns[c].more);
	}
	return s;
}

void
graph_trace(struct part *p, struct node *up, const struct yaml *spec)
{
	struct graph g = { .part = p };
	const struct yaml *y = yaml_get(spec, "columns");
	size_t c, rows = 0, used = 0;

	g.about = p->record == NULL ? "" : p->record->id;
	for (y = y == NULL ? NULL : y->first; y != NULL &&
	    g.len < COLUMNS_MAX; y = y->next) {
		read_column(&g, up, y);
		used += g.columns[g.len - 1].len > 0;
	}
	if (used < 2)
		return;
	for (c = 0; c < g.len; c++)
		if (g.columns[c].len + (g.columns[c].more > 0) > rows)
			rows = g.columns[c].len + (g.columns[c].more > 0);
	g.col_w = (WIDTH + 26) / (double)g.len;
	g.box_w = g.col_w - 26;
	g.fig = node_child(p->arena, up, NODE_FIGURE);
	g.fig->w = WIDTH;
	g.fig->h = top(rows);
	g.fig->text = in_words(&g);
	draw_lines(&g, up, yaml_str(spec, "lines"));
	for (c = 0; c < g.len; c++)
		draw_column(&g, c);
}
