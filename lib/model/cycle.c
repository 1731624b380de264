#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "model/build.h"
#include "model/kind.h"
#include "model/model.h"

/*
 * Circles along fields that must not lead back.  Records without an edge in
 * or out are peeled off until only circles, and what joins them, are left;
 * of each the shortest is told.  No recursion: chains may be long.
 */

#define SHOWN_MAX	20	/* ids of a circle in the message */
#define TOLD_MAX	100	/* circles of one field */
#define SEARCHES_MAX	1000	/* starts that are tried */

struct graph {
	const struct reference	**edges;	/* by source */
	size_t			  len;
	size_t			 *first;	/* of each record, [n] the end */
	size_t			 *in;		/* edges into a record */
	bool			 *gone;
	size_t			 *queue, *from;	/* room for a search */
	size_t			  n;
};

/* Edges that are left out of i, followed by each. */
static void
peel(struct graph *g)
{
	size_t head = 0, tail = 0, i, e, to;

	for (i = 0; i < g->n; i++)
		if (g->in[i] == 0)
			g->queue[tail++] = i;
	while (head < tail) {
		i = g->queue[head++];
		g->gone[i] = true;
		for (e = g->first[i]; e < g->first[i + 1]; e++) {
			to = g->edges[e]->dst->n;
			if (--g->in[to] == 0)
				g->queue[tail++] = to;
		}
	}
}

/* Breadth first from start back to it. */
static bool
search(struct graph *g, size_t start)
{
	size_t head = 0, tail = 0, i, e, to;

	for (i = 0; i < g->n; i++)
		g->from[i] = SIZE_MAX;
	g->queue[tail++] = start;
	while (head < tail) {
		i = g->queue[head++];
		for (e = g->first[i]; e < g->first[i + 1]; e++) {
			to = g->edges[e]->dst->n;
			if (g->gone[to] || g->from[to] != SIZE_MAX)
				continue;
			g->from[to] = e;
			if (to == start)
				return true;
			g->queue[tail++] = to;
		}
	}
	return false;
}

static void
tell(struct build *b, struct graph *g, size_t start)
{
	const struct reference *ref;
	struct buf circle = BUF_INIT;
	const char **ids;
	size_t n = 0, i = start, k;

	ids = arena_alloc(b->arena, (g->n + 1) * sizeof(*ids));
	do {
		ref = g->edges[g->from[i]];
		ids[n++] = ref->dst->id;
		i = ref->src->n;
		g->gone[i] = true;
	} while (i != start);
	/* The walk went backwards from start; show it forwards. */
	buf_adds(&circle, b->model->records[start]->id);
	for (k = n; k-- > 0;) {
		if (n > SHOWN_MAX && k == n - SHOWN_MAX / 2) {
			buf_addf(&circle, " → ... (%zu)", n);
			k = SHOWN_MAX / 2;
		}
		buf_addf(&circle, " → %s", ids[k]);
	}
	ref = g->edges[g->first[start]];
	for (k = g->first[start]; k < g->first[start + 1]; k++)
		if (strcmp(g->edges[k]->dst->id, ids[n - 1]) == 0)
			ref = g->edges[k];
	diag_add(b->diags, D_CYCLE, ref->at, ref->src->id, "field",
	    ref->field, "circle", circle.s, NULL);
	buf_done(&circle);
}

static bool
follows(const struct reference *ref, const char *field)
{
	return ref->dst != NULL && strcmp(ref->field, field) == 0;
}

static void
check_field(struct build *b, const char *field)
{
	struct model *m = b->model;
	struct graph g = { .n = m->len };
	size_t i, to, told = 0, searches = 0;

	g.first = arena_alloc(b->arena, (g.n + 2) * sizeof(*g.first));
	for (i = 0; i < m->ref_len; i++)
		if (follows(&m->refs[i], field)) {
			g.first[m->refs[i].src->n + 2]++;
			g.len++;
		}
	if (g.len == 0)
		return;
	g.edges = arena_alloc(b->arena, g.len * sizeof(*g.edges));
	g.in = arena_alloc(b->arena, g.n * sizeof(*g.in));
	g.gone = arena_alloc(b->arena, g.n * sizeof(*g.gone));
	g.queue = arena_alloc(b->arena, (g.n + 1) * sizeof(*g.queue));
	g.from = arena_alloc(b->arena, g.n * sizeof(*g.from));
	for (i = 2; i < g.n + 2; i++)
		g.first[i] += g.first[i - 1];
	for (i = 0; i < m->ref_len; i++)
		if (follows(&m->refs[i], field)) {
			to = m->refs[i].src->n;
			g.edges[g.first[to + 1]++] = &m->refs[i];
			g.in[m->refs[i].dst->n]++;
		}
	peel(&g);
	for (i = 0; i < g.n && told < TOLD_MAX; i++) {
		if (g.gone[i] || ++searches > SEARCHES_MAX)
			continue;
		if (search(&g, i)) {
			tell(b, &g, i);
			told++;
		} else
			g.gone[i] = true;
	}
}

void
build_cycles(struct build *b)
{
	struct map *done = map_new(b->arena);
	struct model *m = b->model;
	const struct kind *k;

	for (size_t i = 0; i < m->kind_len; i++) {
		k = m->kinds[i];
		for (size_t j = 0; j < k->len; j++)
			if (k->fields[j].acyclic &&
			    map_put(done, k->fields[j].name, b) == NULL)
				check_field(b, k->fields[j].name);
	}
}
