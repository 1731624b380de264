#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alike.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/build.h"
#include "model/id.h"
#include "model/kind.h"
#include "model/model.h"

#define PLACES_MAX	1000	/* named in one finding */

/* The records of one key. */
struct group {
	struct found	**list;
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

const char *
build_odd(struct arena *a, const char *s)
{
	char code[16];
	struct buf b = BUF_INIT;
	uint32_t c = alike_odd(s);
	const char *shown;

	if (c == UTF8_BAD)
		return "";
	snprintf(code, sizeof(code), "U+%04X", (unsigned)c);
	buf_adds(&b, code);
	/* Variation selectors change the letter in front and show nothing. */
	if (!utf8_hidden(c) && (c < 0xfe00 || c > 0xfe0f)) {
		buf_addc(&b, ' ');
		utf8_put(&b, c);
	}
	shown = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return shown;
}

/* An id that stands alone but is not written as it should be. */
static void
report_written(struct build *b, const struct found *f)
{
	const struct record *r = f->record;

	if (alike_odd(f->written->s) != 0)
		diag_add(b->diags, D_ID_ODD, r->at, r->id, "id",
		    f->written->s, "char", build_odd(b->arena,
		    f->written->s), "near", r->id, NULL);
	else
		diag_add(b->diags, D_ID_MEANT, r->at, r->id, "id",
		    f->written->s, "kind", r->kind->name, "near", r->id,
		    NULL);
}

static const char *
written_id(const struct found *f)
{
	return f->written != NULL ? f->written->s : f->record->id;
}

static void
report(struct build *b, const struct group *g)
{
	struct buf places = BUF_INIT;
	const struct record *first = g->list[0]->record, *r;
	struct diag *d;
	char count[24];

	for (size_t i = 0; i < g->len && i < PLACES_MAX; i++) {
		r = g->list[i]->record;
		buf_addf(&places, "%s%s:%u", i > 0 ? ", " : "", r->doc->path,
		    r->at.line);
		if (g->alike)
			buf_addf(&places, " (%s)", written_id(g->list[i]));
	}
	if (g->len > PLACES_MAX)
		buf_adds(&places, ", ...");
	snprintf(count, sizeof(count), "%zu", g->len);
	if (g->alike)
		d = diag_add(b->diags, D_ID_ALIKE, g->list[1]->record->at, first->id,
		    "count", count, "places", places.s, "form",
		    id_form(b->arena, first->kind), NULL);
	else
		d = diag_add(b->diags, D_ID_TWICE, g->list[1]->record->at, first->id,
		    "id", first->id, "count", count, "places", places.s,
		    "next", next_id(b, g->list[1]->record->kind), NULL);
	d->also = first->at;
	d->also_says[LANG_EN] = "the first of them";
	d->also_says[LANG_JA] = "最初のもの";
	d->also_says[LANG_FILE] = lang_own("the first of them");
	buf_done(&places);
}

static void
add_to_group(struct build *b, struct map *groups, struct found *f)
{
	const char *key = id_key(b->arena, f->record->id);
	struct group *g;

	if ((g = map_get(groups, key)) == NULL) {
		g = arena_alloc(b->arena, sizeof(*g));
		map_put(groups, key, g);
		map_put(b->keys, key, f->record);
	}
	g->list = arena_grow(b->arena, g->list, g->len, sizeof(*g->list));
	g->list[g->len++] = f;
	if (strcmp(written_id(f), written_id(g->list[0])) != 0)
		g->alike = true;
}

/* An id that the file's name alone says gives way to any that is written. */
static void
drop_assumed(struct build *b)
{
	struct map *taken = map_new(b->arena);
	struct found *f;

	for (f = b->found; f < b->found + b->len; f++)
		if (f->record->id != NULL && !f->assumed)
			map_put(taken, f->record->id, f);
	for (f = b->found; f < b->found + b->len; f++)
		if (f->record->id != NULL && f->assumed &&
		    map_put(taken, f->record->id, f) != NULL)
			f->record->id = NULL;
}

void
build_unique(struct build *b)
{
	struct map *groups = map_new(b->arena);
	struct group *g;
	struct found *f;

	drop_assumed(b);
	for (f = b->found; f < b->found + b->len; f++) {
		if (f->record->id == NULL)
			continue;
		add_to_group(b, groups, f);
		if (map_get(b->model->by_id, f->record->id) == NULL) {
			map_put(b->model->by_id, f->record->id, f->record);
			f->kept = true;
		}
	}
	for (size_t i = 0; i < map_len(groups); i++) {
		g = map_at(groups, i)->value;
		if (g->len > 1)
			report(b, g);
		else if (g->list[0]->written != NULL)
			report_written(b, g->list[0]);
	}
}
