#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "load/load.h"
#include "model/build.h"
#include "model/id.h"
#include "model/kind.h"
#include "model/model.h"

#define PLACES_MAX	1000	/* named in one finding */

/* The records of one key. */
struct group {
	struct record	**list;
	size_t		  len;
	bool		  alike;	/* written in several ways */
};

static const char *
next_id(struct build *b, const struct kind *k)
{
	unsigned long n, most = 0;

	if (k->prefix == NULL || k->compiled != NULL)
		return id_form(b->arena, k);
	for (size_t i = 0; i < b->len; i++) {
		const struct record *r = b->found[i].record;

		if (r->kind != k || r->id == NULL ||
		    strlen(r->id) <= strlen(k->prefix) + 1)
			continue;
		n = strtoul(r->id + strlen(k->prefix) + 1, NULL, 10);
		if (n > most && n < 1000000000)
			most = n;
	}
	return arena_printf(b->arena, "%s-%04lu", k->prefix, most + 1);
}

static void
report(struct build *b, const struct group *g)
{
	struct buf places = BUF_INIT;
	const struct record *first = g->list[0], *r;
	struct diag *d;
	char count[24];

	for (size_t i = 0; i < g->len && i < PLACES_MAX; i++) {
		r = g->list[i];
		buf_addf(&places, "%s%s:%u", i > 0 ? ", " : "", r->doc->path,
		    r->at.line);
		if (g->alike)
			buf_addf(&places, " (%s)", r->id);
	}
	if (g->len > PLACES_MAX)
		buf_adds(&places, ", ...");
	snprintf(count, sizeof(count), "%zu", g->len);
	if (g->alike)
		d = diag_add(b->diags, D_ID_ALIKE, g->list[1]->at, first->id,
		    "count", count, "places", places.s, "form",
		    id_form(b->arena, first->kind), NULL);
	else
		d = diag_add(b->diags, D_ID_TWICE, g->list[1]->at, first->id,
		    "id", first->id, "count", count, "places", places.s,
		    "next", next_id(b, g->list[1]->kind), NULL);
	d->also = first->at;
	d->also_says[LANG_EN] = "the first of them";
	d->also_says[LANG_JA] = "最初のもの";
	buf_done(&places);
}

void
build_unique(struct build *b)
{
	struct map *groups = map_new(b->arena);
	struct group *g;
	struct record *r;
	const char *key;

	for (size_t i = 0; i < b->len; i++) {
		r = b->found[i].record;
		if (r->id == NULL)
			continue;
		key = id_key(b->arena, r->id);
		if ((g = map_get(groups, key)) == NULL) {
			g = arena_alloc(b->arena, sizeof(*g));
			map_put(groups, key, g);
			map_put(b->keys, key, r);
		}
		if (g->len > 0 && strcmp(g->list[0]->id, r->id) != 0)
			g->alike = true;
		g->list = arena_grow(b->arena, g->list, g->len,
		    sizeof(*g->list));
		g->list[g->len++] = r;
		if (map_get(b->model->by_id, r->id) == NULL) {
			map_put(b->model->by_id, r->id, r);
			b->found[i].kept = true;
		}
	}
	for (size_t i = 0; i < map_len(groups); i++) {
		g = map_at(groups, i)->value;
		if (g->len > 1)
			report(b, g);
	}
}
