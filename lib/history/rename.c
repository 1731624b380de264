#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "history/version.h"
#include "history/walk.h"
#include "history/words.h"

/*
 * A record that went and one that came in the same commit are one record
 * whose id changed, when the new one names the old one as what it replaces,
 * or when they differ in nothing but the id and neither could be another.
 */

/* Fields that name an earlier id; a list is its members joined by ", ". */
static const char *const names[] = { "supersedes", "formerly", "aliases" };

static const struct version *
version_now(const struct record_state *r)
{
	const struct place *p = walk_holder(r, r->old_path);

	return p == NULL ? NULL : p->version;
}

static bool
went(const struct step *s, const struct record_state *r)
{
	return r->old != NULL && r->places == NULL && !r->lost &&
	    !s->hole_to;
}

static bool
came(const struct step *s, const struct record_state *r)
{
	return r->old == NULL && r->places != NULL && r->first == NULL &&
	    !r->unsure && !s->hole_from;
}

/* What a version says besides its id, as a key. */
static const char *
content(struct arena *a, const struct version *v)
{
	uint64_t hash = (uintptr_t)v->body;

	for (size_t i = 0; i < v->len; i++)
		if (strcmp(v->values[i].field, "id") != 0)
			hash = (hash ^ (uintptr_t)v->values[i].field ^
			    (uint64_t)(uintptr_t)v->values[i].text << 17) *
			    0x9e3779b97f4a7c15u;
	return arena_printf(a, "%016jx", (uintmax_t)hash);
}

/* The timeline of the old one is that of the new one from here on. */
static void
take_over(struct record_state *to, struct record_state *from)
{
	to->was = from->id;
	to->first = from->first;
	to->last = to->before = from->last;
	to->old = from->old;
	to->old_path = from->old_path;
	from->first = from->last = from->before = NULL;
	from->gone = from->old = NULL;
	from->old_path = NULL;
}

static struct record_state *
named(struct step *s, const struct version *v)
{
	struct record_state *r;

	for (size_t i = 0; i < v->len; i++)
		for (size_t n = 0; n < sizeof(names) / sizeof(*names); n++) {
			const char *at = v->values[i].text, *end;

			if (strcmp(v->values[i].field, names[n]) != 0)
				continue;
			for (; *at != '\0'; at = end + strspn(end, ", ")) {
				end = at + strcspn(at, ",");
				r = map_get(s->w->records, arena_dup(
				    s->w->arena, at, (size_t)(end - at)));
				if (r != NULL && r->touched && went(s, r))
					return r;
			}
		}
	return NULL;
}

void
renames_find(struct step *s)
{
	struct record_state *r, *old;
	struct arena *scratch;
	struct map *gone, *fresh, *claimed;
	const char *key;
	bool any_gone = false, any_fresh = false;
	/* Stands for more than one. */
	static struct record_state many;

	for (r = s->touched; r != NULL; r = r->next_touched) {
		any_gone |= went(s, r);
		any_fresh |= came(s, r);
	}
	if (!any_gone || !any_fresh)
		return;
	scratch = arena_new();
	gone = map_new(scratch);
	fresh = map_new(scratch);
	claimed = map_new(scratch);
	for (r = s->touched; r != NULL; r = r->next_touched)
		if (came(s, r) && (old = named(s, version_now(r))) != NULL)
			map_put(claimed, old->id, map_get(claimed, old->id) ==
			    NULL ? r : &many);
	for (size_t i = 0; i < map_len(claimed); i++)
		if ((r = map_at(claimed, i)->value) != &many)
			take_over(r, map_get(s->w->records,
			    map_at(claimed, i)->key));
	for (r = s->touched; r != NULL; r = r->next_touched)
		if (went(s, r)) {
			key = content(scratch, r->old);
			map_put(gone, key, map_get(gone, key) == NULL ? r :
			    &many);
		} else if (came(s, r)) {
			key = content(scratch, version_now(r));
			map_put(fresh, key, map_get(fresh, key) == NULL ? r :
			    &many);
		}
	for (size_t i = 0; i < map_len(fresh); i++) {
		r = map_at(fresh, i)->value;
		old = map_get(gone, map_at(fresh, i)->key);
		if (r != &many && old != NULL && old != &many &&
		    r->old == NULL)
			take_over(r, old);
	}
	arena_done(scratch);
}
